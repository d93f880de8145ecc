/** Closes a key; one that is closed already, or gone with its module, is closed enough. */
export async function dropped(signer, key) {
  try {
    await signer.dropKey({ key });
  } catch (refusal) {
    if (!['signer.key.gone', 'signer.key.unknown'].includes(refusal.code)) throw refusal;
  }
}
