package dk.grundskema.api.imports.plansheet;

import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits the cells of a grid by the words of the plan: "Dansk hold 1 MH+LK lok. 3", or a line for each team. */
final class PlanCellParser {
    private static final int LONGEST_PHRASE = 5;
    private static final int SHORT = 3;
    private static final Pattern GAP = Pattern.compile("[\\s,;/+&|()\\[\\]:]+|\\s[-–]\\s");
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}{2,4}\\d?|\\p{Lu}\\.\\p{Lu}\\.?");
    private static final Pattern FILLER = Pattern.compile("(?iu)med|og|i|ved|v|kl\\.?|with|and|in|at|på|-|–");

    private final PlanVocabulary words;

    PlanCellParser(PlanVocabulary words) {
        this.words = words;
    }

    /**
     * One activity in a cell.
     *
     * @param groups  teams and classes
     * @param subject subject, else title; {@code null} if neither is known
     * @param staff   people and unknown initials; empty means that the cell names none
     * @param rooms   rooms; empty means that the cell names none
     * @param unclear words whose meaning is unknown; empty means none
     */
    record CellActivity(
            List<SourceText> groups,
            @Nullable SourceText subject,
            List<SourceText> staff,
            List<SourceText> rooms,
            String unclear) {}

    /** Returns the activities of a cell, at least one. */
    List<CellActivity> parse(String text, SourceLocation place) {
        List<CellActivity> lines = Arrays.stream(text.split("\\R|;", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> parseLine(line, place))
                .toList();
        long withTeam = lines.stream().filter(line -> !line.groups().isEmpty()).count();
        return withTeam > 1 && withTeam == lines.size()
                ? lines
                : List.of(parseLine(text.replaceAll("\\R", " "), place));
    }

    private CellActivity parseLine(String line, SourceLocation place) {
        List<String> parts = Arrays.stream(GAP.split(line, -1))
                .filter(part -> !part.isEmpty())
                .toList();
        var groups = new ArrayList<SourceText>();
        var staff = new ArrayList<SourceText>();
        var rooms = new ArrayList<SourceText>();
        var unclear = new ArrayList<String>();
        String subject = null;
        String title = null;
        for (int i = 0; i < parts.size(); ) {
            int length = Math.min(LONGEST_PHRASE, parts.size() - i);
            while (length > 0 && !isKnown(String.join(" ", parts.subList(i, i + length)))) {
                length--;
            }
            String phrase = String.join(" ", parts.subList(i, i + Math.max(1, length)));
            if (length == 0) {
                if (INITIALS.matcher(phrase).matches()) {
                    staff.add(new SourceText(phrase, place));
                } else if (!FILLER.matcher(phrase).matches()) {
                    unclear.add(phrase);
                }
            } else if (!words.groups(phrase).isEmpty()) {
                groups.add(new SourceText(phrase, place));
            } else if (words.isSubject(phrase) && subject == null) {
                subject = phrase;
            } else if (words.isTitle(phrase) && title == null) {
                title = phrase;
            } else if (!words.rooms(phrase).isEmpty()) {
                rooms.add(new SourceText(phrase, place));
            } else if (isPerson(phrase)) {
                staff.add(new SourceText(phrase, place));
            } else if (subject == null && words.subject(phrase).isPresent()) {
                subject = phrase;
            } else {
                unclear.add(phrase);
            }
            i += Math.max(1, length);
        }
        String named = subject == null ? title : subject;
        if (named == null && !unclear.isEmpty()) {
            return new CellActivity(groups, new SourceText(String.join(" ", unclear), place), staff, rooms, "");
        }
        return new CellActivity(
                groups, named == null ? null : new SourceText(named, place), staff, rooms, String.join(" ", unclear));
    }

    private boolean isKnown(String phrase) {
        return !words.groups(phrase).isEmpty()
                || !words.rooms(phrase).isEmpty()
                || words.isTitle(phrase)
                || isPerson(phrase)
                || words.subject(phrase).isPresent();
    }

    /** Whether a phrase names a person; short names in lower case are words such as "la". */
    private boolean isPerson(String phrase) {
        boolean isLowerWord = phrase.length() <= SHORT && phrase.equals(phrase.toLowerCase(Locale.ROOT));
        return !isLowerWord && !words.staff(phrase).isEmpty();
    }
}
