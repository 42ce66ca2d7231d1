package dk.grundskema.api.imports.mappingfile;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A weekly lesson as a mapping file names it, such as {@code 1B FRIDAY 10:00 NAT (Bo Holm)}.
 *
 * @param classes  classes, separated by commas; empty means none
 * @param weekday  weekday
 * @param start    beginning, in minutes
 * @param subject  subject, or the title of a lesson without one
 * @param teachers teachers, separated by commas; empty means none
 */
public record LessonKey(String classes, DayOfWeek weekday, LocalTime start, String subject, String teachers) {
    private static final Pattern FORM = Pattern.compile(Arrays.stream(DayOfWeek.values())
            .map(DayOfWeek::name)
            .collect(Collectors.joining("|", "(?:(.*) )?(", ") ([01]\\d|2[0-3]):([0-5]\\d) (.*)")));

    /** Returns the lesson that a text names; empty if the text has another form. */
    public static Optional<LessonKey> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String content = orEmpty(matcher, 5);
        int teachers = startOfTeachers(content);
        return Optional.of(new LessonKey(
                orEmpty(matcher, 1),
                DayOfWeek.valueOf(orEmpty(matcher, 2)),
                LocalTime.of(Integer.parseInt(orEmpty(matcher, 3)), Integer.parseInt(orEmpty(matcher, 4))),
                teachers < 0 ? content : content.substring(0, teachers - 2),
                teachers < 0 ? "" : content.substring(teachers, content.length() - 1)));
    }

    /** Returns where the teachers begin in a subject with teachers: after the bracket that the last one closes; -1 without teachers. */
    private static int startOfTeachers(String content) {
        int depth = 0;
        for (int i = content.length() - 1; i > 0 && content.endsWith(")"); i--) {
            if (content.charAt(i) == ')') {
                depth++;
            } else if (content.charAt(i) == '(' && --depth == 0) {
                return i > 1 && content.charAt(i - 1) == ' ' ? i + 1 : -1;
            }
        }
        return -1;
    }

    private static String orEmpty(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? "" : text;
    }

    /** Returns the same lesson with other teachers. */
    public LessonKey withTeachers(String others) {
        return new LessonKey(classes, weekday, start, subject, others);
    }

    /** Returns the text that names it. Empty brackets for no teachers follow a subject that ends with a bracket. */
    @Override
    public String toString() {
        return (classes.isEmpty() ? "" : classes + " ")
                + weekday
                + " "
                + start
                + " "
                + subject
                + (teachers.isEmpty() && !subject.endsWith(")") ? "" : " (" + teachers + ")");
    }
}
