package dk.grundskema.api.imports.assembly;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A subject with what comparisons need of its name. Normalizing is slow, and each name is compared with all others.
 *
 * @param name       the name as files have it
 * @param normalized the name as {@link NameNormalizer#normalize} returns it
 * @param words      number of words
 * @param parts      the subjects that it joins, such as {@code Dansk} and {@code historie} of {@code Dansk og historie}; the name itself if it does not
 */
record SubjectForm(String name, String normalized, int words, List<String> parts) {
    /** Fewest letters of a short name. Our own number. */
    private static final int SHORTEST_NAME = 2;

    private static final Pattern AND = Pattern.compile("\\s+(?:og|and|&)\\s+|\\s*\\+\\s*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    static SubjectForm of(String name) {
        return new SubjectForm(
                name, NameNormalizer.normalize(name), SPACES.split(name.strip()).length, List.of(AND.split(name)));
    }

    /** Returns whether one of two names of as many words is the beginning of the other; more words make another subject. */
    boolean isShortened(SubjectForm other) {
        boolean isShorter = normalized.length() < other.normalized.length();
        String shorter = isShorter ? normalized : other.normalized;
        String longer = isShorter ? other.normalized : normalized;
        return words == other.words
                && shorter.length() >= SHORTEST_NAME
                && longer.startsWith(shorter)
                && !longer.equals(shorter)
                && longer.codePoints().skip(shorter.length()).allMatch(Character::isLetter);
    }

    /** Returns whether it joins several subjects. */
    boolean isJoined() {
        return parts.size() > 1;
    }
}
