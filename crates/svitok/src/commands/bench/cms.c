/* The peer of the signed messages of `svitok bench gost`: OpenSSL with gost-engine. `cms CONTENT SIGNATURE CA` (the last two in DER)
   reads letters: for each `v` it prints verifications per second of its processor time over one window of 0.1 s: the message is read,
   the content hashed, the signature and the chain up to the CA checked, as `CMS_verify` does it. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/cms.h>
#include <openssl/engine.h>
#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { BATCH = 8, OCTETS_MAX = 1 << 20 };
static const double WINDOW_S = 0.1;

static void require(int good, const char *what) {
    if (!good) {
        fprintf(stderr, "gost-engine: %s failed\n", what);
        ERR_print_errors_fp(stderr);
        exit(1);
    }
}

static double spent_s(void) {
    struct timespec spent;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return (double)spent.tv_sec + (double)spent.tv_nsec * 1e-9;
}

struct octets {
    unsigned char *at;
    size_t size;
};

static struct octets read_file(const char *name) {
    struct octets read = {malloc(OCTETS_MAX), 0};
    FILE *file = fopen(name, "rb");
    require(file && read.at, "opening a file");
    read.size = fread(read.at, 1, OCTETS_MAX, file);
    fclose(file);
    return read;
}

static void verify(struct octets content, struct octets signature, X509_STORE *store) {
    const unsigned char *at = signature.at;
    CMS_ContentInfo *message = d2i_CMS_ContentInfo(NULL, &at, (long)signature.size);
    BIO *in = BIO_new_mem_buf(content.at, (int)content.size);
    require(message && in && CMS_verify(message, NULL, store, in, NULL, CMS_BINARY) == 1, "verification");
    BIO_free(in);
    CMS_ContentInfo_free(message);
}

int main(int count, char **arguments) {
    require(count == 4, "reading CONTENT SIGNATURE CA");
    ENGINE *engine = ENGINE_by_id("gost");
    require(engine && ENGINE_init(engine) && ENGINE_set_default(engine, ENGINE_METHOD_ALL), "loading the engine");
    struct octets content = read_file(arguments[1]), signature = read_file(arguments[2]), ca = read_file(arguments[3]);
    const unsigned char *at = ca.at;
    X509 *anchor = d2i_X509(NULL, &at, (long)ca.size);
    X509_STORE *store = X509_STORE_new();
    require(anchor && store && X509_STORE_add_cert(store, anchor) == 1 &&
                X509_STORE_set_purpose(store, X509_PURPOSE_ANY) == 1, "reading the CA");
    verify(content, signature, store);
    for (int asked; (asked = getchar()) != EOF;) {
        if (asked != 'v') continue;
        double start = spent_s(), passed = 0;
        long done = 0;
        while (passed < WINDOW_S) {
            for (int i = 0; i < BATCH; i++) verify(content, signature, store);
            done += BATCH;
            passed = spent_s() - start;
        }
        printf("%.0f\n", (double)done / passed);
        fflush(stdout);
    }
    return 0;
}
