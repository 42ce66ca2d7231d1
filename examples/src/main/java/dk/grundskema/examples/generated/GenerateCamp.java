package dk.grundskema.examples.generated;

import dk.grundskema.api.platform.WholeFile;
import java.nio.file.Path;

/** Writes a made-up camp as a problem file. */
public final class GenerateCamp {
    private GenerateCamp() {}

    /**
     * Writes the file.
     *
     * @param arguments size ({@code tiny}, {@code small}, {@code medium}, {@code large}, or a number of teams), seed, file
     */
    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            throw new IllegalArgumentException(
                    "A size, a seed and a file were expected, (%d) words were given.".formatted(arguments.length));
        }
        var findings = WholeFile.write(
                CampGenerator.file(size(arguments[0]), Long.parseLong(arguments[1])), Path.of(arguments[2]));
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException("The file can't be written: " + findings);
        }
    }

    private static CampSize size(String word) {
        return word.chars().allMatch(Character::isDigit)
                ? CampSize.ofTeams(Integer.parseInt(word))
                : CampSize.named(word);
    }
}
