package dk.grundskema.api.imports.systems.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Details of an event, guessed from its texts: programs write subject, class and teacher into titles in no fixed format. Classes are
 * recognised by their pattern (7A, 7.a, 10 B), staff by capitals in brackets or at the end, or by a line of the description.
 *
 * @param classes  classes
 * @param teachers teachers
 * @param subject  subject; empty if nothing is left
 * @param rooms    rooms
 * @param title    remaining words; empty means none
 */
record EventTitleInterpretation(
        Set<String> classes, Set<String> teachers, String subject, Set<String> rooms, String title) {
    private static final Pattern CLASS =
            Pattern.compile("(?<![\\p{L}\\d.:])(\\d|1[0-3])\\s?\\.?\\s?\\p{L}(?![\\p{L}\\d])");
    private static final String INITIALS = "\\p{Lu}{2,4}";
    private static final Pattern BRACKETS =
            Pattern.compile("\\((" + INITIALS + "(?:\\s*[,/+&]\\s*" + INITIALS + ")*)\\)");
    private static final Pattern SUBJECT_AND_TEACHER = Pattern.compile("(\\S+)\\s+(" + INITIALS + ")");
    private static final Pattern TEACHER_LINE =
            Pattern.compile("(?imu)^(?:lærere?|underviser(?:e)?|teachers?|lehrer|lehrkraft)\\s*:\\s*(\\S.*)$");
    private static final int LONGEST = 300;

    /**
     * Owner of a calendar file.
     *
     * @param classes  classes that everything in it belongs to; empty means none
     * @param teachers teachers likewise
     * @param rooms    rooms likewise
     */
    record Owner(List<String> classes, List<String> teachers, List<String> rooms) {}

    /** Returns the owner according to the calendar's name, otherwise the file's name. */
    static Owner determineOwner(String calendarName, String fileName) {
        for (String name :
                List.of(calendarName, fileName.replaceFirst("(?i)\\.ics$", "").replace('_', ' '))) {
            Matcher found = CLASS.matcher(truncate(name));
            if (found.find()) {
                return new Owner(List.of(found.group()), List.of(), List.of());
            }
            if (name.strip().matches(INITIALS)) {
                return new Owner(List.of(), List.of(name.strip()), List.of());
            }
        }
        return new Owner(List.of(), List.of(), List.of());
    }

    private static String truncate(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    static EventTitleInterpretation parse(CalendarDocument.Event event, Owner owner) {
        String rest = truncate(event.text("SUMMARY"));
        Set<String> teachers = new LinkedHashSet<>(owner.teachers());
        Matcher brackets = BRACKETS.matcher(rest);
        while (brackets.find()) {
            teachers.addAll(splitNames(brackets.group(1)));
        }
        teachers.addAll(teachersInDescription(truncate(event.text("DESCRIPTION"))));
        rest = brackets.replaceAll(" ");
        Set<String> classes = new LinkedHashSet<>(owner.classes());
        Matcher found = CLASS.matcher(rest);
        while (found.find()) {
            if (classes.stream()
                    .noneMatch(each -> normalizeClassName(each).equals(normalizeClassName(found.group())))) {
                classes.add(found.group().strip());
            }
        }
        var pieces = splitTitle(found.replaceAll(" - "), teachers);
        String subject = pieces.isEmpty() ? "" : pieces.getFirst();
        Matcher two = SUBJECT_AND_TEACHER.matcher(subject);
        if (!classes.isEmpty() && two.matches()) {
            subject = two.group(1);
            teachers.add(two.group(2));
        }
        var rooms = new LinkedHashSet<>(owner.rooms());
        rooms.addAll(splitNames(truncate(event.text("LOCATION"))));
        String title = String.join(", ", pieces.subList(Math.min(1, pieces.size()), pieces.size()));
        return new EventTitleInterpretation(classes, teachers, subject, rooms, title);
    }

    private static String normalizeClassName(String schoolClass) {
        return schoolClass.replaceAll("[\\s.]", "").toUpperCase(Locale.ROOT);
    }

    private static List<String> splitTitle(String text, Set<String> teachers) {
        var pieces = new ArrayList<String>();
        for (String piece : text.split("\\s[-–—]+\\s|[,;|:\\n]|\\s[/+&]\\s|^[-–—/+&]|[-–—/+&]$", -1)) {
            String plain = piece.strip().replaceAll("^[-–—/+&\\s]+|[-–—/+&\\s]+$", "");
            if (plain.matches(INITIALS) && !pieces.isEmpty()) {
                teachers.add(plain);
            } else if (!plain.isEmpty() && !teachers.contains(plain)) {
                pieces.add(plain);
            }
        }
        return pieces;
    }

    private static List<String> teachersInDescription(String text) {
        Matcher line = TEACHER_LINE.matcher(text);
        if (line.find()) {
            return splitNames(line.group(1));
        }
        return text.strip().matches(INITIALS + "(\\s*[,/+&]\\s*" + INITIALS + ")*") ? splitNames(text) : List.of();
    }

    private static List<String> splitNames(String text) {
        return Arrays.stream(text.split("[,;/+&\\n]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
