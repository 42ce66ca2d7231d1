package dk.grundskema.api.server.start;

import dk.grundskema.api.server.identity.ClaimedRoles;
import java.util.List;
import java.util.function.Predicate;

/**
 * What values a setting can have.
 *
 * @param expected what they look like, in words
 * @param fits     whether a value is one of them; an empty one is not asked about
 * @param isSecret whether values are not to be shown
 */
record Form(Sentence expected, Predicate<String> fits, boolean isSecret) {
    private static final int LONGEST_NUMBER = 9;

    /** Any text. */
    static final Form TEXT = new Form(Sentence.of("setting.form.text"), value -> true, false);

    /** Any text that nobody may see. */
    static final Form SECRET = new Form(Sentence.of("setting.form.text"), value -> true, true);

    /** An address for mail, or a name and such an address in angle brackets. */
    static final Form MAIL_ADDRESS = new Form(
            Sentence.of("setting.form.mail-address"),
            value -> value.matches("[^<>@\\s,;]+@[^<>@\\s,;]+|[^<>@\\p{Cc}]+ <[^<>@\\s,;]+@[^<>@\\s,;]+>"),
            false);

    /** Values of a claim and the roles that they give. */
    static final Form ROLES = new Form(
            Sentence.of("setting.form.roles"), value -> ClaimedRoles.read(value).isPresent(), false);

    /** A whole number in a closed range. */
    static Form number(int least, int most) {
        return new Form(
                Sentence.of("setting.form.number", String.valueOf(least), String.valueOf(most)),
                value -> value.matches("\\d{1," + LONGEST_NUMBER + "}")
                        && Integer.parseInt(value) >= least
                        && Integer.parseInt(value) <= most,
                false);
    }

    /** One of some words. */
    static Form choice(String... words) {
        return new Form(
                Sentence.of("setting.form.choice", String.join(", ", words)),
                value -> List.of(words).contains(value),
                false);
    }

    /** A text that begins in one of some ways. */
    static Form start(String... starts) {
        return new Form(
                Sentence.of("setting.form.start", String.join(", ", starts)),
                value -> List.of(starts).stream()
                        .anyMatch(start -> value.startsWith(start) && value.length() > start.length()),
                false);
    }
}
