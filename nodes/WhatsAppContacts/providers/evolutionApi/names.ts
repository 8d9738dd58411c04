/** What n8n's users know this gateway by. */
export const displayName = 'Evolution API';
export const credentialName = 'whatsAppEvolutionApi';
