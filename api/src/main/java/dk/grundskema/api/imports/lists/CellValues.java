package dk.grundskema.api.imports.lists;

import dk.grundskema.api.imports.assembly.NameDirectory;
import dk.grundskema.api.imports.assembly.NameDirectory.Kind;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.Years;
import dk.grundskema.api.imports.table.words.Dates;
import dk.grundskema.api.platform.Nearest;
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

/** Makes values of filled cells, as plugins get them; what can't be made into one is said at the cell. */
final class CellValues {
    private static final Pattern BREAKS = Pattern.compile("[;\\n]");
    /** Unknown names are compared with all that are known, as long as these are no more comparisons. */
    private static final int MOST_COMPARISONS = 200_000;

    private static final Set<String> YES = Set.of("ja", "yes", "j", "y", "x", "1", "true", "sand", "sandt", "✓");
    private static final Set<String> NO = Set.of("nej", "no", "n", "0", "false", "falsk", "-");
    private static final Pattern ISO_WEEK = Pattern.compile("(\\d{4})-?W(\\d{1,2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEEK = Pattern.compile("(?:uge|week|w)?\\s*(\\d{1,2})", Pattern.CASE_INSENSITIVE);

    private final NameDirectory names;
    private final Horizon horizon;
    private final Years years;
    private final Map<String, String> subjects;
    private final List<FileFinding> findings;
    private long comparisons;

    /**
     * @param names    who is meant by words
     * @param horizon  weeks that are planned
     * @param subjects subjects as files write them, and the name to use for each
     * @param findings what was found so far
     */
    CellValues(NameDirectory names, Horizon horizon, Map<String, String> subjects, List<FileFinding> findings) {
        this.names = names;
        this.horizon = horizon;
        this.years = Years.of(horizon.firstDay(), horizon.lastDay());
        this.subjects = subjects;
        this.findings = findings;
    }

    /**
     * The value of a cell; {@code null} after it was said what is wrong.
     *
     * @param choices texts of the column's choices and the choices themselves, each with the choice that it stands for
     */
    @Nullable
    Object value(Column column, Said cell, Map<String, String> choices) {
        if (!column.many()) {
            return one(column, cell, choices);
        }
        var many = new ArrayList<Object>();
        boolean isGood = true;
        for (String text : words(column, cell.text())) {
            Object value = one(column, new Said(text, cell.place()), choices);
            isGood &= value != null;
            if (value != null) {
                many.add(value);
            }
        }
        return isGood ? many : null;
    }

    private List<String> words(Column column, String text) {
        return BREAKS.splitAsStream(text)
                .flatMap(part -> cut(column, part).stream())
                .toList();
    }

    /** Cut at commas, but for those within a name that is somebody's: "Krogh, Lise". */
    private List<String> cut(Column column, String text) {
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
            boolean isOne = !both.isEmpty() && isSomebody(column, both) && !isSomebody(column, words.get(i));
            all.add(isOne ? both : words.get(i));
            i += isOne ? 1 : 0;
        }
        return all;
    }

    private boolean isSomebody(Column column, String word) {
        return switch (column.kind()) {
            case STAFF -> names.id(Kind.STAFF, word).isPresent();
            case STUDENT -> names.id(Kind.STUDENT, word).isPresent();
            default -> false;
        };
    }

    private @Nullable Object one(Column column, Said cell, Map<String, String> choices) {
        String text = cell.text().strip();
        Place place = cell.place();
        return switch (column.kind()) {
            case TEXT -> text;
            case SUBJECT -> subjects.getOrDefault(text, text);
            case NUMBER -> number(text, place);
            case WHOLE -> whole(text, place);
            case YES_NO -> yesOrNo(text, place);
            case CHOICE -> choice(text, place, choices);
            case DATE -> date(text, place);
            case WEEK -> week(text, place);
            case STAFF -> named(Kind.STAFF, text, place);
            case GROUP -> named(Kind.GROUP, text, place);
            case ROOM -> named(Kind.ROOM, text, place);
            case STUDENT -> named(Kind.STUDENT, text, place);
        };
    }

    private @Nullable Double number(String text, Place place) {
        try {
            Double number = Double.valueOf(text.replace(" ", "").replace(',', '.'));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        say(place, "import.cell.no-number", text);
        return null;
    }

    private @Nullable Integer whole(String text, Place place) {
        Double number = number(text, place);
        if (number == null) {
            return null;
        }
        boolean isWhole = number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE;
        if (!isWhole) {
            say(place, "import.cell.not-whole", text);
            return null;
        }
        return number.intValue();
    }

    private @Nullable Boolean yesOrNo(String text, Place place) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Boolean.TRUE;
        }
        if (!NO.contains(word)) {
            say(place, "import.cell.no-yes-or-no", text);
            return null;
        }
        return Boolean.FALSE;
    }

    private @Nullable String choice(String text, Place place, Map<String, String> choices) {
        String word = text.toLowerCase(Locale.ROOT);
        String meant = choices.get(word);
        if (meant != null) {
            return meant;
        }
        Nearest.to(word, choices.keySet())
                .ifPresentOrElse(
                        near -> say(place, "import.cell.no-choice-maybe", text, near),
                        () -> say(
                                place,
                                "import.cell.no-choice",
                                text,
                                choices.keySet().stream().sorted().toList()));
        return null;
    }

    private @Nullable String date(String text, Place place) {
        var date = Dates.date(text, years);
        if (date.isEmpty()) {
            Dates.ofOtherWeekday(text, years)
                    .ifPresentOrElse(
                            other -> say(place, "import.date.weekday", text, other),
                            () -> say(place, "import.cell.no-date", text));
        }
        return date.map(LocalDate::toString).orElse(null);
    }

    private @Nullable String week(String text, Place place) {
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
            say(place, "import.cell.no-week", text, horizon.firstWeek(), all.getLast());
            return null;
        }
        return week.get().toString();
    }

    private @Nullable String named(Kind kind, String text, Place place) {
        var id = names.id(kind, text);
        if (id.isPresent()) {
            return id.get();
        }
        if (kind == Kind.STUDENT) {
            say(place, "import.cell.no-student");
            return null;
        }
        String code = "import.cell.no-" + kind.name().toLowerCase(Locale.ROOT);
        var known = names.known(kind);
        comparisons += known.size();
        var guessed = comparisons <= MOST_COMPARISONS ? Nearest.to(text, known) : Optional.<String>empty();
        guessed.ifPresentOrElse(near -> say(place, code + "-maybe", text, near), () -> say(place, code, text));
        return null;
    }

    private void say(Place place, String code, Object... arguments) {
        findings.add(FileFinding.error(place, code, arguments));
    }
}
