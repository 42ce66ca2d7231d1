package dk.grundskema.domain.finding;

import dk.grundskema.domain.people.StudentName;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.Duration;
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
 * Formats texts for users from keys and arguments, in one language. Patterns are those of {@link MessageFormat}. Times, dates, weekdays, durations and lists
 * follow the language; ids are replaced by the names that the caller supplies.
 */
public final class Texts {
    private final Locale locale;
    private final List<ResourceBundle> bundles;
    private final Function<Object, Object> names;

    /**
     * @param locale  language of the texts, Danish or English
     * @param bundles bundles to search, in order
     * @param names   returns the display name of an id, and anything else unchanged
     */
    public Texts(Locale locale, List<ResourceBundle> bundles, Function<Object, Object> names) {
        this.locale = locale;
        this.bundles = List.copyOf(bundles);
        this.names = names;
    }

    /** Returns the texts of one bundle, with ids as they are. */
    public static Texts of(Locale locale, ResourceBundle bundle) {
        return new Texts(locale, List.of(bundle), Function.identity());
    }

    /** Returns the same texts with other names for ids. */
    public Texts withNames(Function<Object, Object> otherNames) {
        return new Texts(locale, bundles, otherNames);
    }

    /** Returns the language of the texts. */
    public Locale locale() {
        return locale;
    }

    /** Returns whether a bundle has the key. */
    public boolean has(String key) {
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
    }

    /**
     * Returns the text of a key with its arguments filled in.
     *
     * @throws MissingTextException if no bundle has the key
     */
    public String text(String key, Object... arguments) {
        return text(key, List.of(arguments));
    }

    /**
     * Returns the text of a key with its arguments filled in.
     *
     * @throws MissingTextException if no bundle has the key
     */
    public String text(String key, List<?> arguments) {
        var shown = arguments.stream().map(this::format).toArray();
        return new MessageFormat(pattern(key), locale).format(shown);
    }

    /** Returns the sentence of a finding; the key is its code. If the finding has a field, a description of the field follows. */
    public String sentenceOf(Finding finding) {
        String said = capitalise(text(finding.code(), finding.arguments()));
        FieldName field = finding.field();
        String about = field == null ? "" : fieldDescription(field);
        return field == null || about.isEmpty()
                ? said
                : said + " " + text("value.about-field", field.component(), about);
    }

    /**
     * Returns the sentence of a finding for display beside its field, where the name and description of the field are already visible. The key is
     * the code plus {@code .beside}, or the code if there is no such text.
     */
    public String sentenceBesideField(Finding finding) {
        String key = finding.code() + ".beside";
        return capitalise(text(has(key) ? key : finding.code(), finding.arguments()));
    }

    /** Returns the description of a field, preferably from the bundle of its record's package; empty if there is none. */
    private String fieldDescription(FieldName field) {
        String owner = field.record().getPackageName() + ".";
        return Stream.concat(
                        bundles.stream()
                                .filter(bundle -> String.valueOf(bundle.getBaseBundleName())
                                        .startsWith(owner)),
                        bundles.stream())
                .filter(bundle -> bundle.containsKey(field.key()))
                .findFirst()
                .map(bundle -> new MessageFormat(bundle.getString(field.key()), locale).format(new Object[0]))
                .orElse("");
    }

    /** Returns the sentence of a violation; the key is {@code rule.<rule>.broken}, placeholder 0 is the amount. */
    public String sentenceOf(RuleViolation fault) {
        var arguments = new java.util.ArrayList<Object>();
        arguments.add(fault.amount());
        arguments.addAll(fault.arguments());
        return capitalise(text("rule." + fault.rule() + ".broken", arguments));
    }

    /** Capitalises the first word, unless it has characters other than lower-case letters, as ids do. */
    private String capitalise(String text) {
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

    private Object format(Object argument) {
        return switch (argument) {
            case LocalTime time -> time.format(timePattern());
            case LocalDate date -> date.format(datePattern());
            case LocalDateTime moment ->
                moment.format(datePattern()) + " " + moment.toLocalTime().format(timePattern());
            case Duration duration -> format(duration);
            case Figure figure -> format(figure.value());
            case Phrase phrase -> text(phrase.key(), phrase.arguments());
            case Term term when term.word().isEmpty() -> text("value.none");
            case Term term -> has(term.key()) ? text(term.key()) : term.word();
            case DayOfWeek weekday -> weekday.getDisplayName(TextStyle.FULL, locale);
            case Collection<?> many ->
                many.stream().map(each -> String.valueOf(format(each))).collect(Collectors.joining(", "));
            case Enum<?> constant -> has("enum." + constant.name()) ? text("enum." + constant.name()) : constant.name();
            default -> {
                Object named = names.apply(argument);
                yield switch (named) {
                    case Number number -> number;
                    case StudentName hidden -> text("value.hidden-student");
                    default -> String.valueOf(named);
                };
            }
        };
    }

    /** Returns hours and minutes, such as {@code 10 t 59 min}. */
    private String format(Duration duration) {
        long hours = duration.toHours();
        int minutes = duration.toMinutesPart();
        String hoursText = hours + (isDanish() ? " t" : " h");
        if (hours == 0) {
            return minutes + " min";
        }
        return minutes == 0 ? hoursText : hoursText + " " + minutes + " min";
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
