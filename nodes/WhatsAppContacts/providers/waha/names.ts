/** What n8n's users know this gateway by. */
export const displayName = 'WAHA';
export const credentialName = 'whatsAppWaha';
