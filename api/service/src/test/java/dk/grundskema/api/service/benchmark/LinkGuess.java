package dk.grundskema.api.service.benchmark;

import java.util.SplittableRandom;

/** Guesses of links by an attacker who knows their format. */
final class LinkGuess {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 26;

    private LinkGuess() {}

    static String of(SplittableRandom random) {
        var token = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return token.toString();
    }
}
