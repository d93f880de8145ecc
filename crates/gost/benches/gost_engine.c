/* Rates of OpenSSL with gost-engine: `gost_engine ALGORITHM PARAMSET` prints "SIGN VERIFY", operations per second of
   processor time, median of nine windows of 0.1 s, as the Rust side measures its own. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/engine.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { WINDOWS = 9, BATCH = 16 };
static const double WINDOW_S = 0.1;

static void require(int good, const char *what) {
    if (!good) {
        fprintf(stderr, "gost-engine: %s failed\n", what);
        exit(1);
    }
}

static double spent_s(void) {
    struct timespec spent;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return (double)spent.tv_sec + (double)spent.tv_nsec * 1e-9;
}

static int ascending(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static unsigned char digest[64], signature[128];
static size_t digest_size, signature_size;

static void sign(EVP_PKEY_CTX *context) {
    signature_size = sizeof signature;
    require(EVP_PKEY_sign(context, signature, &signature_size, digest, digest_size) == 1, "signing");
}

static void verify(EVP_PKEY_CTX *context) {
    require(EVP_PKEY_verify(context, signature, signature_size, digest, digest_size) == 1, "verification");
}

static double per_second(void (*operation)(EVP_PKEY_CTX *), EVP_PKEY_CTX *context) {
    double rates[WINDOWS];
    for (int window = 0; window < WINDOWS; window++) {
        double start = spent_s(), passed = 0;
        long done = 0;
        while (passed < WINDOW_S) {
            for (int i = 0; i < BATCH; i++) operation(context);
            done += BATCH;
            passed = spent_s() - start;
        }
        rates[window] = (double)done / passed;
    }
    qsort(rates, WINDOWS, sizeof rates[0], ascending);
    return rates[WINDOWS / 2];
}

int main(int count, char **arguments) {
    require(count == 3, "reading ALGORITHM PARAMSET");
    digest_size = strstr(arguments[1], "512") ? 64 : 32;
    memset(digest, 0x5a, sizeof digest);
    ENGINE *engine = ENGINE_by_id("gost");
    require(engine && ENGINE_init(engine) && ENGINE_set_default(engine, ENGINE_METHOD_ALL), "loading the engine");
    EVP_PKEY_CTX *making = EVP_PKEY_CTX_new_id(OBJ_sn2nid(arguments[1]), engine);
    EVP_PKEY *key = NULL;
    require(making && EVP_PKEY_keygen_init(making) == 1 && EVP_PKEY_CTX_ctrl_str(making, "paramset", arguments[2]) == 1 &&
                EVP_PKEY_keygen(making, &key) == 1, "key generation");
    EVP_PKEY_CTX *signing = EVP_PKEY_CTX_new(key, engine), *verifying = EVP_PKEY_CTX_new(key, engine);
    require(EVP_PKEY_sign_init(signing) == 1 && EVP_PKEY_verify_init(verifying) == 1, "starting");
    double signs = per_second(sign, signing);
    printf("%.0f %.0f\n", signs, per_second(verify, verifying));
    return 0;
}
