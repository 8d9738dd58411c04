/** What n8n's users know this gateway by; PlugzAPI is a white label of Z-API. */
export const displayName = 'PlugzAPI / Z-API';
export const credentialName = 'whatsAppPlugzApi';
