/* GnuTLS as a judge of many cases in one process; lines and answers are those of engine.c. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include "lines.h"

static int accepts(gnutls_pubkey_t key, gnutls_sign_algorithm_t algorithm, struct octets digest, struct octets signature) {
    gnutls_datum_t d = {digest.at, (unsigned)digest.count}, s = {signature.at, (unsigned)signature.count};
    return gnutls_pubkey_verify_hash2(key, algorithm, 0, &d, &s) >= 0;
}

static void require_success(int code, const char *what) {
    if (code < 0) fprintf(stderr, "%s: ", gnutls_strerror(code));
    require(code >= 0, what);
}

int main(void) {
    struct octets in[4];
    while (read_line(in, 4)) {
        gnutls_sign_algorithm_t algorithm = in[1].count == 64 ? GNUTLS_SIGN_GOST_512 : GNUTLS_SIGN_GOST_256;
        gnutls_privkey_t key;
        gnutls_pubkey_t public_key;
        gnutls_datum_t der = {in[0].at, (unsigned)in[0].count}, digest = {in[1].at, (unsigned)in[1].count};
        gnutls_datum_t x, y, signature;
        require_success(gnutls_privkey_init(&key), "a private key");
        require_success(gnutls_privkey_import_x509_raw(key, &der, GNUTLS_X509_FMT_DER, NULL, 0), "reading a private key");
        require_success(gnutls_pubkey_init(&public_key), "a public key");
        require_success(gnutls_pubkey_import_privkey(public_key, key, 0, 0), "deriving a public key");
        require_success(gnutls_pubkey_export_gost_raw2(public_key, NULL, NULL, NULL, &x, &y, GNUTLS_EXPORT_FLAG_NO_LZ),
                        "writing a public key");
        write_padded(x.data, x.size, in[1].count);
        write_padded(y.data, y.size, in[1].count);
        printf(" %d %d ", accepts(public_key, algorithm, in[1], in[2]), !accepts(public_key, algorithm, in[1], in[3]));
        require_success(gnutls_privkey_sign_hash2(key, algorithm, 0, &digest, &signature), "signing");
        write_hex(signature.data, signature.size);
        end_line();
        gnutls_free(x.data);
        gnutls_free(y.data);
        gnutls_free(signature.data);
        gnutls_pubkey_deinit(public_key);
        gnutls_privkey_deinit(key);
    }
    return 0;
}
