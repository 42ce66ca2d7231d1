package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.service.fidelity.LoadsPage.LoadBar;
import dk.grundskema.api.service.fidelity.LoadsPage.LoadsOrder;
import dk.grundskema.api.service.fidelity.LoadsPage.PersonTotals;
import dk.grundskema.api.service.fidelity.LoadsPage.RestPeriod;
import dk.grundskema.api.service.fidelity.LoadsPage.RestViolation;
import dk.grundskema.api.service.fidelity.StaffLoadCalculator.StaffLoads;
import dk.grundskema.api.service.fidelity.StaffLoadCalculator.StaffMemberLoad;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.people.FairLoad;
import dk.grundskema.domain.people.FairLoad.Kind;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import java.text.Collator;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the model of the workload page. */
final class LoadsPageBuilder {
    private static final int HOUR = 60;

    /** Sort order of names, regardless of the page's language. */
    private static final Locale DANISH = Locale.forLanguageTag("da");

    private final PlanId plan;
    private final StaffLoads loads;
    private final String legalSource;
    private final List<StaffMemberLoad> visibleStaff;
    private final Map<Kind, Long> scales = new HashMap<>();

    LoadsPageBuilder(PlanId plan, StaffLoads loads, String legalSource) {
        this.plan = plan;
        this.loads = loads;
        this.legalSource = legalSource;
        this.visibleStaff = loads.people().stream().filter(this::isShown).toList();
    }

    /** Returns whether a person is shown: in a school, those who work in the plan or could; in a camp, everyone. */
    private boolean isShown(StaffMemberLoad person) {
        var total = person.hours().total();
        return !loads.hasLessons()
                || total.onDuty() + total.standBy() > 0
                || person.fair().values().stream()
                        .anyMatch(load -> load.share() != null && load.share() > load.taught());
    }

    LoadsPage build(LoadsOrder order, String from) {
        List<Kind> kinds = Arrays.stream(Kind.values())
                .filter(kind -> kind == Kind.HOURS
                        || visibleStaff.stream().anyMatch(one -> load(one, kind).totalMinutes() > 0))
                .toList();
        kinds.forEach(kind -> scales.put(kind, scale(kind)));
        var strips = new WorkRestChartBuilder(loads, from);
        return new LoadsPage(
                plan.value(),
                true,
                loads.hasLessons(),
                order,
                List.copyOf(loads.weeks()),
                kinds,
                visibleStaff.stream()
                        .sorted(comparator(order))
                        .map(one -> personLoad(one, kinds, strips))
                        .toList(),
                Math.toIntExact(hiddenStaff()
                        .filter(one -> one.rests().taughtMinutes() > 0)
                        .count()),
                hiddenStaff()
                        .filter(one -> one.rests().taughtMinutes() == 0)
                        .sorted(comparator(LoadsOrder.NAME))
                        .map(one -> one.hours().person().name())
                        .toList(),
                visibleStaff.stream()
                        .anyMatch(one -> presentWeeks(one) < loads.weeks().size()),
                visibleStaff.stream()
                        .sorted(comparator(LoadsOrder.NAME))
                        .flatMap(this::restViolations)
                        .toList(),
                strips.axis(),
                legalSource);
    }

    private Stream<StaffMemberLoad> hiddenStaff() {
        return loads.people().stream().filter(one -> !visibleStaff.contains(one));
    }

    private Comparator<StaffMemberLoad> comparator(LoadsOrder order) {
        Comparator<StaffMemberLoad> named =
                Comparator.comparing(one -> one.hours().person().name(), Collator.getInstance(DANISH));
        return switch (order) {
            case NAME -> named;
            case HOURS -> most(Kind.HOURS).thenComparing(named);
            case EVENINGS -> most(Kind.EVENINGS).thenComparing(named);
            case NIGHTS -> most(Kind.NIGHTS).thenComparing(named);
            case WEEKENDS -> most(Kind.WEEKENDS).thenComparing(named);
            case REST ->
                Comparator.comparingLong((StaffMemberLoad one) -> Optional.ofNullable(
                                        one.rests().shortest())
                                .map(Interval::minutes)
                                .orElse(Long.MAX_VALUE))
                        .thenComparing(named);
        };
    }

    private Comparator<StaffMemberLoad> most(Kind kind) {
        return Comparator.comparingLong((StaffMemberLoad one) -> load(one, kind).totalMinutes())
                .reversed();
    }

    private static FairLoad load(StaffMemberLoad person, Kind kind) {
        return Objects.requireNonNull(person.fair().get(kind));
    }

    private LoadsPage.PersonLoad personLoad(StaffMemberLoad one, List<Kind> kinds, WorkRestChartBuilder strips) {
        return new LoadsPage.PersonLoad(
                one.hours().person().id().value(),
                one.hours().person().name(),
                one.hours().contractHours(),
                kinds.stream()
                        .map(kind -> bar(one, kind, Objects.requireNonNull(scales.get(kind))))
                        .toList(),
                personTotals(one),
                strips.build(one.rests()));
    }

    /** Returns the largest value that any bar or mark of a kind needs. */
    private long scale(Kind kind) {
        return visibleStaff.stream()
                .map(one -> bar(one, kind, 1))
                .flatMap(bar -> Stream.of(bar.all(), bar.share(), bar.norm(), bar.most()))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
    }

    private LoadBar bar(StaffMemberLoad one, Kind kind, long scale) {
        FairLoad load = load(one, kind);
        boolean isOfHours = kind == Kind.HOURS;
        long weeks = isOfHours ? Math.max(1, loads.weeks().size()) : 1;
        long present = presentWeeks(one);
        // The share is of all weeks: divided by them it is that of each, but of a sum it is not the part of somebody
        // who left.
        Long share = isOfHours || present == loads.weeks().size() ? load.share() : null;
        long worked = isOfHours ? Math.max(1, present) : 1;
        long taught = isOfHours ? one.rests().taughtMinutes() : load.taught();
        long planned = isOfHours ? one.hours().total().counted() : load.shared() + load.besides();
        return new LoadBar(
                kind,
                taught / worked,
                planned / worked,
                share == null ? null : (Long) (share / weeks + load.besides() / worked),
                isOfHours ? Math.round(one.hours().contractHours() * HOUR) : null,
                isOfHours ? most(one) : null,
                Math.max(1, scale));
    }

    /** Returns the number of weeks in which a person is not away, or works all the same. */
    private long presentWeeks(StaffMemberLoad one) {
        return loads.weeks().stream()
                .filter(week -> !one.weeksAway().contains(week) || one.minutesIn(week) > 0)
                .count();
    }

    private static long most(StaffMemberLoad one) {
        var rules = one.rests().rules();
        Long ofWeek = rules.minutesPerWeek();
        long average = (long) HOUR * rules.averageHoursPerWeek();
        return ofWeek == null ? average : Math.min(ofWeek, average);
    }

    private PersonTotals personTotals(StaffMemberLoad one) {
        var total = one.hours().total();
        @Nullable
        IsoWeek busiest = loads.weeks().stream()
                .max(Comparator.comparingLong(one::minutesIn))
                .orElse(null);
        return new PersonTotals(
                one.rests().taughtMinutes(),
                total.counted(),
                total.preparation(),
                total.standBy(),
                loads.weeks().stream().map(one::minutesIn).toList(),
                busiest == null || one.minutesIn(busiest) == 0 ? null : busiest,
                busiest == null ? 0 : one.minutesIn(busiest),
                Optional.ofNullable(one.rests().shortest())
                        .map(this::restPeriod)
                        .orElse(null),
                hasWorkOfAWeek(one) ? one.rests().free().size() : null);
    }

    /** Returns whether a weekly rest between first and last work is required. */
    private static boolean hasWorkOfAWeek(StaffMemberLoad one) {
        List<Interval> work = one.rests().work();
        return !work.isEmpty()
                && work.getLast().end() - work.getFirst().start()
                        > Duration.ofDays(7).toMinutes();
    }

    private RestPeriod restPeriod(Interval rest) {
        return new RestPeriod(
                rest.minutes(),
                Interval.toLocalDateTime(rest.start(), loads.zone()),
                Interval.toLocalDateTime(rest.end(), loads.zone()));
    }

    private Stream<RestViolation> restViolations(StaffMemberLoad one) {
        StaffId who = one.hours().person().id();
        var rules = one.rests().rules();
        return one.rests().tooLong().stream().map(found -> {
            RestPeriod longest = restPeriod(found.longestRest());
            return new RestViolation(
                    who.value(),
                    one.hours().person().name(),
                    found.isWeekly(),
                    Interval.toLocalDateTime(found.run().start(), loads.zone()),
                    Interval.toLocalDateTime(found.run().end(), loads.zone()),
                    longest,
                    found.isWeekly() ? rules.weeklyRestHours() : rules.dailyRestHours(),
                    IsoWeek.of(longest.from().toLocalDate()));
        });
    }
}
