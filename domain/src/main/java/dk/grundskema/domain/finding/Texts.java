package dk.grundskema.domain.finding;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes texts for people from keys and arguments, in one language. Patterns are those of {@link MessageFormat}; times,
 * dates, weekdays and lists are written as the language writes them, ids by the name that the caller gives them.
 */
public final class Texts {
    private final Locale locale;
    private final List<ResourceBundle> bundles;
    private final Function<Object, Object> names;

    /**
     * @param locale  language of the texts, Danish or English
     * @param bundles where texts are looked up, first one first
     * @param names   turns an id into the name that people know; returns anything else unchanged
     */
    public Texts(Locale locale, List<ResourceBundle> bundles, Function<Object, Object> names) {
        this.locale = locale;
        this.bundles = List.copyOf(bundles);
        this.names = names;
    }

    /** The same texts with other names for ids. */
    public Texts named(Function<Object, Object> otherNames) {
        return new Texts(locale, bundles, otherNames);
    }

    /** Language of the texts. */
    public Locale locale() {
        return locale;
    }

    /** Whether there is a text for the key. */
    public boolean has(String key) {
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
    }

    /**
     * The text of a key with its arguments filled in.
     *
     * @throws MissingTextException if no bundle has the key
     */
    public String text(String key, Object... arguments) {
        return text(key, List.of(arguments));
    }

    /**
     * The text of a key with its arguments filled in.
     *
     * @throws MissingTextException if no bundle has the key
     */
    public String text(String key, List<?> arguments) {
        var shown = arguments.stream().map(this::show).toArray();
        return new MessageFormat(pattern(key), locale).format(shown);
    }

    /** The sentence of a finding; its key is the finding's code. Where the finding says which field it is about, what that field is. */
    public String of(Finding finding) {
        String said = sentence(text(finding.code(), finding.arguments()));
        FieldName field = finding.field();
        String about = field == null ? "" : meaning(field);
        return field == null || about.isEmpty()
                ? said
                : said + " " + text("value.about-field", field.component(), about);
    }

    /**
     * The sentence of a finding as it stands beside its field, where what the field is called and means is seen anyway; its key is the finding's code
     * with {@code .beside} behind it, if there is such a text.
     */
    public String beside(Finding finding) {
        String key = finding.code() + ".beside";
        return sentence(text(has(key) ? key : finding.code(), finding.arguments()));
    }

    /** What a field is, in the words of whoever owns its record; empty if nobody says. */
    private String meaning(FieldName field) {
        String owner = field.record().getPackageName() + ".";
        return Stream.concat(
                        bundles.stream()
                                .filter(bundle -> String.valueOf(bundle.getBaseBundleName())
                                        .startsWith(owner)),
                        bundles.stream())
                .filter(bundle -> bundle.containsKey(field.key()))
                .findFirst()
                .map(bundle -> bundle.getString(field.key()))
                .orElse("");
    }

    /** The sentence of a fault; its key is {@code rule.<rule>.broken}, its placeholder 0 the amount. */
    public String of(Fault fault) {
        var arguments = new java.util.ArrayList<Object>();
        arguments.add(fault.amount());
        arguments.addAll(fault.arguments());
        return sentence(text("rule." + fault.rule() + ".broken", arguments));
    }

    /** A sentence begins with a capital, also when a name such as "student Ida" comes first; an id stays as it is. */
    private String sentence(String text) {
        boolean isWord = text.split(" ", 2)[0].codePoints().allMatch(Character::isLowerCase);
        return isWord && !text.isEmpty() ? text.substring(0, 1).toUpperCase(locale) + text.substring(1) : text;
    }

    private String pattern(String key) {
        for (var bundle : bundles) {
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        throw new MissingTextException(key, locale);
    }

    private Object show(Object argument) {
        return switch (argument) {
            case LocalTime time -> time.format(timePattern());
            case LocalDate date -> date.format(datePattern());
            case LocalDateTime moment ->
                moment.format(datePattern()) + " " + moment.toLocalTime().format(timePattern());
            case DayOfWeek weekday -> weekday.getDisplayName(TextStyle.FULL, locale);
            case Collection<?> many ->
                many.stream().map(each -> String.valueOf(show(each))).collect(Collectors.joining(", "));
            case Enum<?> constant ->
                has("enum." + constant.name()) ? pattern("enum." + constant.name()) : constant.name();
            default -> {
                Object named = names.apply(argument);
                yield named instanceof Number ? named : String.valueOf(named);
            }
        };
    }

    private DateTimeFormatter timePattern() {
        return DateTimeFormatter.ofPattern(isDanish() ? "HH.mm" : "HH:mm", locale);
    }

    private DateTimeFormatter datePattern() {
        return DateTimeFormatter.ofPattern(isDanish() ? "EEEE d. MMMM" : "EEEE d MMMM", locale);
    }

    private boolean isDanish() {
        return locale.getLanguage().equals("da");
    }
}
