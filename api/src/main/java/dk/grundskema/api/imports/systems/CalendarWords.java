package dk.grundskema.api.imports.systems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of an event mean, as far as it can be told: programs put subject, class and teacher into titles in no fixed form. Classes are
 * told by their form (7A, 7.a, 10 B), staff by capitals in brackets or at the end, or by a line of the description that says so.
 *
 * @param classes  classes
 * @param teachers teachers
 * @param subject  subject; empty means that nothing is left
 * @param rooms    rooms
 * @param title    words beside these; empty means none
 */
record CalendarWords(Set<String> classes, Set<String> teachers, String subject, Set<String> rooms, String title) {
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
     * Whose calendar a file is.
     *
     * @param classes  classes that everything in it belongs to; empty means none
     * @param teachers teachers likewise
     * @param rooms    rooms likewise
     */
    record Owner(List<String> classes, List<String> teachers, List<String> rooms) {}

    /** Whose calendar a file is, by the calendar's name, otherwise by the file's. */
    static Owner owner(String calendarName, String fileName) {
        for (String name :
                List.of(calendarName, fileName.replaceFirst("(?i)\\.ics$", "").replace('_', ' '))) {
            Matcher found = CLASS.matcher(cut(name));
            if (found.find()) {
                return new Owner(List.of(found.group()), List.of(), List.of());
            }
            if (name.strip().matches(INITIALS)) {
                return new Owner(List.of(), List.of(name.strip()), List.of());
            }
        }
        return new Owner(List.of(), List.of(), List.of());
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    static CalendarWords of(CalendarText.Event event, Owner owner) {
        String rest = cut(event.text("SUMMARY"));
        Set<String> teachers = new LinkedHashSet<>(owner.teachers());
        Matcher brackets = BRACKETS.matcher(rest);
        while (brackets.find()) {
            teachers.addAll(names(brackets.group(1)));
        }
        teachers.addAll(described(cut(event.text("DESCRIPTION"))));
        rest = brackets.replaceAll(" ");
        Set<String> classes = new LinkedHashSet<>(owner.classes());
        Matcher found = CLASS.matcher(rest);
        while (found.find()) {
            if (classes.stream().noneMatch(each -> plain(each).equals(plain(found.group())))) {
                classes.add(found.group().strip());
            }
        }
        var pieces = pieces(found.replaceAll(" - "), teachers);
        String subject = pieces.isEmpty() ? "" : pieces.getFirst();
        Matcher two = SUBJECT_AND_TEACHER.matcher(subject);
        if (!classes.isEmpty() && two.matches()) {
            subject = two.group(1);
            teachers.add(two.group(2));
        }
        var rooms = new LinkedHashSet<>(owner.rooms());
        rooms.addAll(names(cut(event.text("LOCATION"))));
        String title = String.join(", ", pieces.subList(Math.min(1, pieces.size()), pieces.size()));
        return new CalendarWords(classes, teachers, subject, rooms, title);
    }

    private static String plain(String schoolClass) {
        return schoolClass.replaceAll("[\\s.]", "").toUpperCase(Locale.ROOT);
    }

    private static List<String> pieces(String text, Set<String> teachers) {
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

    private static List<String> described(String text) {
        Matcher line = TEACHER_LINE.matcher(text);
        if (line.find()) {
            return names(line.group(1));
        }
        return text.strip().matches(INITIALS + "(\\s*[,/+&]\\s*" + INITIALS + ")*") ? names(text) : List.of();
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split("[,;/+&\\n]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
