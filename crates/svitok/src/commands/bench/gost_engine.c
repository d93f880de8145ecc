/* The peer of `svitok bench gost`: OpenSSL with gost-engine, or a curve of OpenSSL's own. `gost_engine ALGORITHM
   PARAMSET` reads letters: for each `s` it prints signatures, for each `v` verifications, for each `h` megabytes and for
   each `m` messages of 256 octets hashed by Streebog-256 (with a GOST key) per second of its processor time over one
   window of 0.1 s, so that the other side can take its own windows in between. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/engine.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BATCH = 16, MEGABYTE = 1000000, SHORT = 256, SHORT_BATCH = 64 };
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

static unsigned char digest[64], signature[128];
static size_t digest_size, signature_size;

static void sign(EVP_PKEY_CTX *context) {
    signature_size = sizeof signature;
    require(EVP_PKEY_sign(context, signature, &signature_size, digest, digest_size) == 1, "signing");
}

static void verify(EVP_PKEY_CTX *context) {
    require(EVP_PKEY_verify(context, signature, signature_size, digest, digest_size) == 1, "verification");
}

static unsigned char megabyte[MEGABYTE];
static const EVP_MD *streebog;

static void hash(EVP_PKEY_CTX *context) {
    unsigned char answer[EVP_MAX_MD_SIZE];
    (void)context;
    require(EVP_Digest(megabyte, MEGABYTE, answer, NULL, streebog, NULL) == 1, "hashing");
}

static EVP_MD_CTX *hashing;

static void hash_short(EVP_PKEY_CTX *context) {
    unsigned char answer[EVP_MAX_MD_SIZE];
    (void)context;
    for (int i = 0; i < SHORT_BATCH; i++)
        require(EVP_DigestInit_ex(hashing, streebog, NULL) == 1 && EVP_DigestUpdate(hashing, megabyte, SHORT) == 1 &&
                    EVP_DigestFinal_ex(hashing, answer, NULL) == 1, "hashing");
}

static double per_second(void (*operation)(EVP_PKEY_CTX *), EVP_PKEY_CTX *context) {
    double start = spent_s(), passed = 0;
    long done = 0;
    while (passed < WINDOW_S) {
        for (int i = 0; i < BATCH; i++) operation(context);
        done += BATCH;
        passed = spent_s() - start;
    }
    return (double)done / passed;
}

static EVP_PKEY *gost_key(ENGINE *engine, const char *algorithm, const char *paramset) {
    EVP_PKEY_CTX *making = EVP_PKEY_CTX_new_id(OBJ_sn2nid(algorithm), engine);
    EVP_PKEY *key = NULL;
    require(making && EVP_PKEY_keygen_init(making) == 1 && EVP_PKEY_CTX_ctrl_str(making, "paramset", paramset) == 1 &&
                EVP_PKEY_keygen(making, &key) == 1, "key generation");
    return key;
}

int main(int count, char **arguments) {
    require(count == 3, "reading ALGORITHM PARAMSET");
    int is_gost = strncmp(arguments[1], "gost", 4) == 0;
    digest_size = strstr(arguments[1], "512") ? 64 : 32;
    memset(digest, 0x5a, sizeof digest);
    ENGINE *engine = NULL;
    if (is_gost) {
        engine = ENGINE_by_id("gost");
        require(engine && ENGINE_init(engine) && ENGINE_set_default(engine, ENGINE_METHOD_ALL), "loading the engine");
        streebog = EVP_get_digestbyname("md_gost12_256");
        hashing = EVP_MD_CTX_new();
        require(streebog != NULL && hashing != NULL, "finding the hash function");
    }
    EVP_PKEY *key = is_gost ? gost_key(engine, arguments[1], arguments[2]) : EVP_EC_gen(arguments[2]);
    require(key != NULL, "key generation");
    EVP_PKEY_CTX *signing = EVP_PKEY_CTX_new(key, engine), *verifying = EVP_PKEY_CTX_new(key, engine);
    require(EVP_PKEY_sign_init(signing) == 1 && EVP_PKEY_verify_init(verifying) == 1, "starting");
    sign(signing);
    for (int asked; (asked = getchar()) != EOF;) {
        if (asked == 's') printf("%.0f\n", per_second(sign, signing));
        if (asked == 'v') printf("%.0f\n", per_second(verify, verifying));
        if (asked == 'h') printf("%.1f\n", per_second(hash, signing));
        if (asked == 'm') printf("%.0f\n", per_second(hash_short, signing) * SHORT_BATCH);
        fflush(stdout);
    }
    return 0;
}
