/** What n8n's users know this gateway by. */
export const displayName = 'GREEN-API';
export const credentialName = 'whatsAppGreenApi';
