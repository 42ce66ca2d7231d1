package dk.grundskema.api.feeds;

import dk.grundskema.api.feeds.YearSpan.Kind;
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

/** Terms and holidays of a plan: of the plan's closed days, and of the terms of its schools. */
final class SchoolSpans {
    /** Less than a week without school ends no term for those who look at a year. */
    private static final int WEEK = 7;

    private final Problem problem;
    private final Map<Span, List<String>> found = new LinkedHashMap<>();

    private record Span(Kind kind, String what, DateSpan days) {}

    private SchoolSpans(Problem problem) {
        this.problem = problem;
    }

    static List<YearSpan> of(Problem problem) {
        var spans = new SchoolSpans(problem);
        List<School> known = problem.schools().stream()
                .filter(school -> !school.terms().isEmpty())
                .toList();
        known.forEach(spans::school);
        Set<Span> closed = spans.closed();
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

    private void school(School school) {
        List<DateSpan> given = school.terms().stream()
                .sorted(Comparator.comparing(DateSpan::from))
                .toList();
        var days = new TreeSet<LocalDate>();
        given.forEach(term -> term.from().datesUntil(term.until().plusDays(1)).forEach(days::add));
        Map<Integer, Integer> numbers = new HashMap<>();
        for (DateSpan term : DateRuns.apart(days, WEEK)) {
            int year = schoolYear(term.from());
            int number = numbers.merge(year, 1, Integer::sum);
            add(new Span(Kind.TERM, year + "\n" + number, term), school);
        }
        var free = new TreeSet<LocalDate>();
        days.first()
                .datesUntil(days.last())
                .filter(date -> !days.contains(date) && !DateRuns.isWeekend(date))
                .forEach(free::add);
        DateRuns.overWeekends(free).forEach(run -> add(holiday(run), school));
    }

    private void add(Span span, School school) {
        found.computeIfAbsent(span, none -> new ArrayList<>()).add(school.name());
    }

    private Set<Span> closed() {
        var days = new TreeSet<LocalDate>();
        problem.horizon().closedDays().stream()
                .filter(date -> !DateRuns.isWeekend(date))
                .forEach(days::add);
        var spans = new LinkedHashSet<Span>();
        DateRuns.overWeekends(days).forEach(run -> spans.add(holiday(run)));
        return spans;
    }

    /** The same holiday of the same school year stays the same when its days change; one without a name is known by its first day. */
    private static Span holiday(DateSpan run) {
        SchoolHoliday which = SchoolHoliday.of(run);
        Object when = which == SchoolHoliday.OTHER ? run.from() : schoolYear(run.from());
        return new Span(Kind.HOLIDAY, which + "\n" + when, run);
    }

    /** Calendar year in which the school year of a date begins. */
    private static int schoolYear(LocalDate date) {
        return date.getMonthValue() >= Month.AUGUST.getValue() ? date.getYear() : date.getYear() - 1;
    }
}
