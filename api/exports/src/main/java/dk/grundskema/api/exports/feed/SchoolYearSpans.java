package dk.grundskema.api.exports.feed;

import dk.grundskema.api.exports.feed.YearSpan.Kind;
import dk.grundskema.domain.people.School;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects the terms and holidays of a plan, from the plan's closed days and the terms of its schools. */
final class SchoolYearSpans {
    /** A break of less than a week does not end a term in a year calendar. */
    private static final int WEEK = 7;

    private final Problem problem;
    private final Map<SchoolSpan, List<String>> found = new LinkedHashMap<>();

    private record SchoolSpan(Kind kind, String what, DateSpan days) {}

    private SchoolYearSpans(Problem problem) {
        this.problem = problem;
    }

    static List<YearSpan> of(Problem problem) {
        var spans = new SchoolYearSpans(problem);
        List<School> known = problem.schools().stream()
                .filter(school -> !school.terms().isEmpty())
                .toList();
        known.forEach(spans::addSchool);
        Set<SchoolSpan> closed = spans.closedSpans();
        var all = new ArrayList<YearSpan>();
        closed.forEach(one -> all.add(new YearSpan(one.kind(), one.what(), "", one.days(), List.of())));
        spans.found.forEach((one, schools) -> {
            if (!closed.contains(one)) {
                boolean isOfAll = schools.size() == known.size();
                all.add(new YearSpan(one.kind(), one.what(), "", one.days(), isOfAll ? List.of() : schools));
            }
        });
        return all;
    }

    private void addSchool(School school) {
        List<DateSpan> given = school.terms().stream()
                .sorted(Comparator.comparing(DateSpan::from))
                .toList();
        var days = new TreeSet<LocalDate>();
        given.forEach(term -> term.from().datesUntil(term.until().plusDays(1)).forEach(days::add));
        Map<Integer, Integer> numbers = new HashMap<>();
        for (DateSpan term : DateSpanGrouper.groupWithinDays(days, WEEK)) {
            int year = schoolYear(term.from());
            int number = numbers.merge(year, 1, Integer::sum);
            addSpan(new SchoolSpan(Kind.TERM, year + "\n" + number, term), school);
        }
        var free = new TreeSet<LocalDate>();
        days.first()
                .datesUntil(days.last())
                .filter(date -> !days.contains(date) && !DateSpanGrouper.isWeekend(date))
                .forEach(free::add);
        DateSpanGrouper.groupOverWeekends(free).forEach(run -> addSpan(holidaySpan(run), school));
    }

    private void addSpan(SchoolSpan span, School school) {
        found.computeIfAbsent(span, none -> new ArrayList<>()).add(school.name());
    }

    private Set<SchoolSpan> closedSpans() {
        var days = new TreeSet<LocalDate>();
        problem.horizon().closedDays().stream()
                .filter(date -> !DateSpanGrouper.isWeekend(date))
                .forEach(days::add);
        var spans = new LinkedHashSet<SchoolSpan>();
        DateSpanGrouper.groupOverWeekends(days).forEach(run -> spans.add(holidaySpan(run)));
        return spans;
    }

    /** A holiday of a school year keeps its identity when its days change; one without a name is identified by its first day. */
    private static SchoolSpan holidaySpan(DateSpan run) {
        SchoolHoliday which = SchoolHoliday.of(run);
        Object when = which == SchoolHoliday.OTHER ? run.from() : schoolYear(run.from());
        return new SchoolSpan(Kind.HOLIDAY, which + "\n" + when, run);
    }

    /** Returns the calendar year in which the school year of a date begins. */
    private static int schoolYear(LocalDate date) {
        return date.getMonthValue() >= Month.AUGUST.getValue() ? date.getYear() : date.getYear() - 1;
    }
}
