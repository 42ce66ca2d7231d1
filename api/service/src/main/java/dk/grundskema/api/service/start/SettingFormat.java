package dk.grundskema.api.service.start;

import dk.grundskema.api.service.signin.OidcRoleMapping;
import java.util.List;
import java.util.function.Predicate;

/**
 * Format of a setting's values.
 *
 * @param expected description of valid values
 * @param fits     whether a non-empty value is valid
 * @param isSecret whether values must not be shown
 */
record SettingFormat(LocalizedMessage expected, Predicate<String> fits, boolean isSecret) {
    private static final int LONGEST_NUMBER = 9;

    /** Any text. */
    static final SettingFormat TEXT = new SettingFormat(LocalizedMessage.of("setting.form.text"), value -> true, false);

    /** Any text; secret. */
    static final SettingFormat SECRET =
            new SettingFormat(LocalizedMessage.of("setting.form.text"), value -> true, true);

    /** A mail address, or a name and a mail address in angle brackets. */
    static final SettingFormat MAIL_ADDRESS = new SettingFormat(
            LocalizedMessage.of("setting.form.mail-address"),
            value -> value.matches("[^<>@\\s,;]+@[^<>@\\s,;]+|[^<>@\\p{Cc}]+ <[^<>@\\s,;]+@[^<>@\\s,;]+>"),
            false);

    /** Claim values and the roles that they grant. */
    static final SettingFormat ROLES = new SettingFormat(
            LocalizedMessage.of("setting.form.roles"),
            value -> OidcRoleMapping.parse(value).isPresent(),
            false);

    /** Returns the format of integers in a closed range. */
    static SettingFormat number(int least, int most) {
        return new SettingFormat(
                LocalizedMessage.of("setting.form.number", String.valueOf(least), String.valueOf(most)),
                value -> value.matches("\\d{1," + LONGEST_NUMBER + "}")
                        && Integer.parseInt(value) >= least
                        && Integer.parseInt(value) <= most,
                false);
    }

    /** Returns the format that allows only the given words. */
    static SettingFormat choice(String... words) {
        return new SettingFormat(
                LocalizedMessage.of("setting.form.choice", String.join(", ", words)),
                value -> List.of(words).contains(value),
                false);
    }

    /** Returns the format of texts with one of the given prefixes. */
    static SettingFormat prefix(String... starts) {
        return new SettingFormat(
                LocalizedMessage.of("setting.form.start", String.join(", ", starts)),
                value -> List.of(starts).stream()
                        .anyMatch(start -> value.startsWith(start) && value.length() > start.length()),
                false);
    }
}
