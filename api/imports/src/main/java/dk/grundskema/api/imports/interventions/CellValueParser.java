package dk.grundskema.api.imports.interventions;

import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.imports.assembly.NameDirectory;
import dk.grundskema.api.imports.assembly.NameDirectory.Kind;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.YearlessDateResolver;
import dk.grundskema.api.imports.table.parse.DateParser;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.InputList;
import dk.grundskema.solver.spi.InputList.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parses list cells into values for plugins; reports each unusable cell. */
final class CellValueParser {
    private static final Pattern BREAKS = Pattern.compile("[;\\n]");
    /** Most comparisons when searching similar names for unknown ones. */
    private static final int MOST_COMPARISONS = 200_000;

    private static final Set<String> YES = Set.of("ja", "yes", "j", "y", "x", "1", "true", "sand", "sandt", "✓");
    private static final Set<String> NO = Set.of("nej", "no", "n", "0", "false", "falsk", "-");
    private static final Pattern ISO_WEEK = Pattern.compile("(\\d{4})-?W(\\d{1,2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEEK = Pattern.compile("(?:uge|week|w)?\\s*(\\d{1,2})", Pattern.CASE_INSENSITIVE);

    private final NameDirectory names;
    private final Horizon horizon;
    private final YearlessDateResolver years;
    private final Map<String, String> subjects;
    private final List<FileFinding> findings;
    private long comparisons;

    /**
     * @param names    resolves words to ids
     * @param horizon  weeks to plan
     * @param subjects subjects as files write them, with the name to use for each
     * @param findings receives the findings
     */
    CellValueParser(NameDirectory names, Horizon horizon, Map<String, String> subjects, List<FileFinding> findings) {
        this.names = names;
        this.horizon = horizon;
        this.years = YearlessDateResolver.of(horizon.firstDay(), horizon.lastDay());
        this.subjects = subjects;
        this.findings = findings;
    }

    /**
     * Returns the value of a cell; {@code null} if it is wrong, after reporting why.
     *
     * @param choices the column's choices by their key and by their texts in lower case
     */
    @Nullable
    Object parse(Column column, SourceText cell, Map<String, String> choices) {
        if (!column.many()) {
            return parseOne(column, cell, choices);
        }
        var many = new ArrayList<Object>();
        boolean isGood = true;
        for (String text : splitWords(column, cell.text())) {
            Object value = parseOne(column, new SourceText(text, cell.place()), choices);
            isGood &= value != null;
            if (value != null) {
                many.add(value);
            }
        }
        return isGood ? many : null;
    }

    private List<String> splitWords(Column column, String text) {
        return BREAKS.splitAsStream(text)
                .flatMap(part -> splitAtCommas(column, part).stream())
                .toList();
    }

    /** Splits at commas, except within a known person's name: "Krogh, Lise". */
    private List<String> splitAtCommas(Column column, String text) {
        List<String> words = Stream.of(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (column.kind() == InputList.Kind.SUBJECT) {
            return words.stream().flatMap(word -> names.subjects(word).stream()).toList();
        }
        var all = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            String both = i + 1 < words.size() ? words.get(i) + ", " + words.get(i + 1) : "";
            boolean isOne = !both.isEmpty() && isKnownPerson(column, both) && !isKnownPerson(column, words.get(i));
            all.add(isOne ? both : words.get(i));
            i += isOne ? 1 : 0;
        }
        return all;
    }

    private boolean isKnownPerson(Column column, String word) {
        return switch (column.kind()) {
            case STAFF -> names.findId(Kind.STAFF, word).isPresent();
            case STUDENT -> names.findId(Kind.STUDENT, word).isPresent();
            default -> false;
        };
    }

    private @Nullable Object parseOne(Column column, SourceText cell, Map<String, String> choices) {
        String text = cell.text().strip();
        SourceLocation place = cell.place();
        return switch (column.kind()) {
            case TEXT -> text;
            case SUBJECT -> subjects.getOrDefault(text, text);
            case NUMBER -> parseNumber(text, place);
            case WHOLE -> parseWhole(text, place);
            case YES_NO -> parseYesNo(text, place);
            case CHOICE -> parseChoice(text, place, choices);
            case DATE -> parseDate(text, place);
            case WEEK -> parseWeek(text, place);
            case STAFF -> resolveId(Kind.STAFF, text, place);
            case GROUP -> resolveId(Kind.GROUP, text, place);
            case ROOM -> resolveId(Kind.ROOM, text, place);
            case STUDENT -> resolveId(Kind.STUDENT, text, place);
        };
    }

    private @Nullable Double parseNumber(String text, SourceLocation place) {
        try {
            Double number = Double.valueOf(text.replace(" ", "").replace(',', '.'));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        addError(place, "import.cell.no-number", text);
        return null;
    }

    private @Nullable Integer parseWhole(String text, SourceLocation place) {
        Double number = parseNumber(text, place);
        if (number == null) {
            return null;
        }
        boolean isWhole = number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE;
        if (!isWhole) {
            addError(place, "import.cell.not-whole", text);
            return null;
        }
        return number.intValue();
    }

    private @Nullable Boolean parseYesNo(String text, SourceLocation place) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Boolean.TRUE;
        }
        if (!NO.contains(word)) {
            addError(place, "import.cell.no-yes-or-no", text);
            return null;
        }
        return Boolean.FALSE;
    }

    private @Nullable String parseChoice(String text, SourceLocation place, Map<String, String> choices) {
        String word = text.toLowerCase(Locale.ROOT);
        String meant = choices.get(word);
        if (meant != null) {
            return meant;
        }
        SpellingSuggester.suggest(word, choices.keySet())
                .ifPresentOrElse(
                        near -> addError(place, "import.cell.no-choice-maybe", text, near),
                        () -> addError(
                                place,
                                "import.cell.no-choice",
                                text,
                                choices.keySet().stream().sorted().toList()));
        return null;
    }

    private @Nullable String parseDate(String text, SourceLocation place) {
        var date = DateParser.parseDate(text, years);
        if (date.isEmpty()) {
            DateParser.findWeekdayMismatch(text, years)
                    .ifPresentOrElse(
                            other -> addError(place, "import.date.weekday", text, other),
                            () -> addError(place, "import.cell.no-date", text));
        }
        return date.map(LocalDate::toString).orElse(null);
    }

    private @Nullable String parseWeek(String text, SourceLocation place) {
        var iso = ISO_WEEK.matcher(text);
        var brief = WEEK.matcher(text.replaceFirst("[.]$", "").replaceFirst("\\.0$", ""));
        Optional<IsoWeek> week = Optional.empty();
        if (iso.matches()) {
            week = horizon.allWeeks().stream()
                    .filter(each -> each.year() == Integer.parseInt(iso.group(1))
                            && each.week() == Integer.parseInt(iso.group(2)))
                    .findFirst();
        } else if (brief.matches()) {
            week = horizon.allWeeks().stream()
                    .filter(each -> each.week() == Integer.parseInt(brief.group(1)))
                    .findFirst();
        }
        if (week.isEmpty()) {
            var all = horizon.allWeeks();
            addError(place, "import.cell.no-week", text, horizon.firstWeek(), all.getLast());
            return null;
        }
        return week.get().toString();
    }

    private @Nullable String resolveId(Kind kind, String text, SourceLocation place) {
        var id = names.findId(kind, text);
        if (id.isPresent()) {
            return id.get();
        }
        if (kind == Kind.STUDENT) {
            addError(place, "import.cell.no-student");
            return null;
        }
        String code = "import.cell.no-" + kind.name().toLowerCase(Locale.ROOT);
        var known = names.knownNames(kind);
        comparisons += known.size();
        var guessed =
                comparisons <= MOST_COMPARISONS ? SpellingSuggester.suggest(text, known) : Optional.<String>empty();
        guessed.ifPresentOrElse(
                near -> addError(place, code + "-maybe", text, near), () -> addError(place, code, text));
        return null;
    }

    private void addError(SourceLocation place, String code, Object... arguments) {
        findings.add(FileFinding.error(place, code, arguments));
    }
}
