/* OpenSSL with gost-engine as a judge of many cases in one process. Each line holds, in hexadecimal: the private key as
   PKCS#8, the digest, a signature to be accepted, one to be refused. Each answer: the public key (X and Y, little-endian),
   1 when it accepted the first and 1 when it refused the second, a signature of its own. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/engine.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include "lines.h"

static int accepts(ENGINE *engine, EVP_PKEY *key, struct octets digest, struct octets signature) {
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(key, engine);
    require(context && EVP_PKEY_verify_init(context) == 1, "starting a verification");
    int answer = EVP_PKEY_verify(context, signature.at, signature.count, digest.at, digest.count) == 1;
    EVP_PKEY_CTX_free(context);
    return answer;
}

int main(void) {
    ENGINE *engine = ENGINE_by_id("gost");
    require(engine && ENGINE_init(engine) && ENGINE_set_default(engine, ENGINE_METHOD_ALL), "loading the engine");
    struct octets in[4];
    while (read_line(in, 4)) {
        const unsigned char *at = in[0].at;
        EVP_PKEY *key = d2i_AutoPrivateKey(NULL, &at, (long)in[0].count);
        require(key != NULL, "reading a private key");
        unsigned char *spki = NULL;
        int spki_size = i2d_PUBKEY(key, &spki);
        size_t public_size = 2 * in[1].count;
        require(spki_size > (int)public_size, "writing a public key");
        write_hex(spki + spki_size - public_size, public_size);
        printf(" %d %d ", accepts(engine, key, in[1], in[2]), !accepts(engine, key, in[1], in[3]));
        EVP_PKEY_CTX *signing = EVP_PKEY_CTX_new(key, engine);
        unsigned char signature[128];
        size_t signature_size = sizeof signature;
        require(signing && EVP_PKEY_sign_init(signing) == 1 &&
                    EVP_PKEY_sign(signing, signature, &signature_size, in[1].at, in[1].count) == 1, "signing");
        write_hex(signature, signature_size);
        end_line();
        EVP_PKEY_CTX_free(signing);
        OPENSSL_free(spki);
        EVP_PKEY_free(key);
    }
    return 0;
}
