/* Lines of hexadecimal words, for the judges written in C. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_CHARS_MAX = 4096, OCTETS_MAX = 512 };

struct octets {
    unsigned char at[OCTETS_MAX];
    size_t count;
};

static void require(int good, const char *what) {
    if (!good) {
        fprintf(stderr, "%s failed\n", what);
        exit(1);
    }
}

static int read_line(struct octets *words, int count) {
    static char line[LINE_CHARS_MAX];
    if (!fgets(line, sizeof line, stdin)) return 0;
    char *word = strtok(line, " \n");
    for (int i = 0; i < count; i++, word = strtok(NULL, " \n")) {
        require(word != NULL && strlen(word) % 2 == 0 && strlen(word) / 2 <= OCTETS_MAX, "reading a line");
        words[i].count = strlen(word) / 2;
        for (size_t n = 0; n < words[i].count; n++) {
            char pair[3] = {word[2 * n], word[2 * n + 1], 0};
            words[i].at[n] = (unsigned char)strtoul(pair, NULL, 16);
        }
    }
    return 1;
}

static void write_hex(const unsigned char *at, size_t count) {
    for (size_t n = 0; n < count; n++) printf("%02x", at[n]);
}

/* A little-endian number that may have lost its high zeros. */
static inline void write_padded(const unsigned char *at, size_t count, size_t whole) {
    require(count <= whole, "a number's size");
    write_hex(at, count);
    for (size_t n = count; n < whole; n++) printf("00");
}

static void end_line(void) {
    printf("\n");
    fflush(stdout);
}
