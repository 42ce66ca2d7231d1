package dk.grundskema.solver.proof;

import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.proof.ProofFact.Kind;
import dk.grundskema.solver.proof.RemedyStep.DateLimit;
import dk.grundskema.solver.proof.RemedyStep.HourLimit;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Turns facts to give up into changes of the problem, with the times and figures of a solution in which they are given up. */
final class CorrectionSteps {
    private static final int LONGEST_SHORT_REST = 10;
    private static final int SHORTEST_SHORT_REST = 8;
    private static final int MOST_SHORT_RESTS = 2;
    private static final int HOURS_OF_A_DAY = 24;
    private static final int MINUTES_OF_A_DAY = 60 * HOURS_OF_A_DAY;

    /** Shortest rest between dates that can be a limit, in minutes. */
    private static final int SHORTEST_LIMIT = 30;

    private final StaffingCase input;
    private final ZoneId zone;

    CorrectionSteps(StaffingCase input) {
        this.input = input;
        this.zone = input.problem().horizon().zone();
    }

    /**
     * Returns the price of a fact about a person or a lock, that of the change which gives it up; empty if no change may do that: a person
     * in one place, lessons, duties in other plans, travel, and what the law says without exception.
     */
    Optional<FactPrice> price(ProofFact fact) {
        return switch (fact.kind()) {
            case LOCKED, LOCKED_EMPTY -> Optional.of(FactPrice.ofFact(RemedyStep.Unlock.POINTS));
            case UNAVAILABLE -> Optional.of(new FactPrice(8, RemedyStep.Come.POINTS_AN_HOUR, 60));
            case DAILY_HOURS, WEEKLY_HOURS -> Optional.of(new FactPrice(6, RemedyStep.RaiseHours.POINTS_AN_HOUR, 60));
            case LONGEST_DAY, REST_BETWEEN_DATES ->
                Optional.of(new FactPrice(6, RemedyStep.EaseDates.POINTS_AN_HOUR, 60));
            case FREE_DATES -> Optional.of(new FactPrice(6, RemedyStep.EaseDates.POINTS_A_DATE, 1));
            case AVERAGE_HOURS ->
                priceIf(
                        rules(fact).averageHoursPerWeek() < RemedyStep.LEGAL_AVERAGE,
                        new FactPrice(
                                10,
                                RemedyStep.RaiseHours.POINTS_AN_AVERAGE_HOUR,
                                60L * rules(fact).referenceWeeks()));
            case WEEKLY_REST ->
                priceIf(
                        rules(fact).weeklyRestHours() > RemedyStep.LEGAL_WEEKLY_REST,
                        FactPrice.ofFact(RemedyStep.LegalWeeklyRest.POINTS));
            case DAILY_REST, SHORT_REST ->
                priceIf(canShorten(rules(fact)), FactPrice.ofFact(RemedyStep.ShortRest.POINTS_OF_ONE_A_WEEK));
            case SEAT, SEATS, LESSON, ELSEWHERE, ONE_PLACE, TRAVEL, DAILY_REST_BETWEEN, HELD -> Optional.empty();
        };
    }

    private static Optional<FactPrice> priceIf(boolean possible, FactPrice price) {
        return possible ? Optional.of(price) : Optional.empty();
    }

    private static boolean canShorten(WorkRules rules) {
        AgreedShortRest agreed = rules.agreedShortRest();
        return rules.dailyRestHours() > SHORTEST_SHORT_REST
                && (agreed == null || agreed.hours() > SHORTEST_SHORT_REST || agreed.timesAWeek() < MOST_SHORT_RESTS);
    }

    private WorkRules rules(ProofFact fact) {
        return input.workRules(person(fact));
    }

    private static StaffId person(ProofFact fact) {
        return (StaffId) fact.arguments().getFirst();
    }

    /**
     * Returns the changes that give facts up.
     *
     * @param facts  facts with a weight
     * @param model  the model of the facts
     * @param values a solution in which they are given up
     * @return empty if there is no such change: the exception would be greater than the law permits
     */
    Optional<List<RemedyStep>> of(Set<ProofFact> facts, StaffingModel model, boolean[] values) {
        Map<StaffId, List<SeatDuty>> duties = duties(model, values);
        var steps = new LinkedHashSet<RemedyStep>();
        Map<StaffId, List<ProofFact>> rests = new LinkedHashMap<>();
        for (ProofFact fact : facts) {
            switch (fact.kind()) {
                case LOCKED, LOCKED_EMPTY ->
                    seat(model, fact)
                            .ifPresent(seat -> steps.add(new RemedyStep.Unlock(seat.sessions(), seat.place() + 1)));
                case UNAVAILABLE -> addAvailable(fact, duties, steps);
                case DAILY_HOURS, WEEKLY_HOURS, AVERAGE_HOURS, LONGEST_DAY, REST_BETWEEN_DATES, FREE_DATES -> {
                    Optional<RemedyStep> step = isOfDates(fact) ? easedDates(fact, duties) : moreHours(fact, duties);
                    if (step.isEmpty()) {
                        return Optional.empty();
                    }
                    steps.removeIf(other -> isLess(other, step.get()));
                    if (steps.stream().noneMatch(other -> isLess(step.get(), other))) {
                        steps.add(step.get());
                    }
                }
                case WEEKLY_REST -> steps.add(new RemedyStep.LegalWeeklyRest(person(fact), rules(fact)));
                case DAILY_REST, SHORT_REST ->
                    rests.computeIfAbsent(person(fact), any -> new ArrayList<>())
                            .add(fact);
                case SEAT, SEATS, LESSON, ELSEWHERE, ONE_PLACE, TRAVEL, DAILY_REST_BETWEEN, HELD -> {
                    return Optional.empty();
                }
            }
        }
        for (Map.Entry<StaffId, List<ProofFact>> entry : rests.entrySet()) {
            Optional<RemedyStep> step =
                    shortRest(entry.getKey(), entry.getValue(), duties.getOrDefault(entry.getKey(), List.of()));
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(steps));
    }

    /** A person needs one limit, the highest of those that single days or weeks need. */
    private static boolean isLess(RemedyStep one, RemedyStep other) {
        return switch (one) {
            case RemedyStep.RaiseHours low ->
                other instanceof RemedyStep.RaiseHours high
                        && low.person().equals(high.person())
                        && low.limit() == high.limit()
                        && low.after() < high.after();
            case RemedyStep.EaseDates less ->
                other instanceof RemedyStep.EaseDates more
                        && less.person().equals(more.person())
                        && less.limit() == more.limit()
                        && less.by() < more.by();
            default -> false;
        };
    }

    private static boolean isOfDates(ProofFact fact) {
        return switch (fact.kind()) {
            case LONGEST_DAY, REST_BETWEEN_DATES, FREE_DATES -> true;
            default -> false;
        };
    }

    private static Optional<SeatNeed> seat(StaffingModel model, ProofFact lock) {
        return model.seats().stream()
                .filter(seat -> seat.session().equals(lock.arguments().get(0))
                        && lock.arguments().get(1).equals(seat.place() + 1))
                .findFirst();
    }

    /** Returns each person's duties: those of the solution, and outside of the model's seats those of the timetable. */
    private Map<StaffId, List<SeatDuty>> duties(StaffingModel model, boolean[] values) {
        Map<StaffId, List<SeatDuty>> duties = new HashMap<>();
        Set<List<Object>> modelled = new LinkedHashSet<>();
        Map<List<Object>, SeatNeed> whole = new HashMap<>();
        input.seats().forEach(seat -> whole.put(key(seat), seat));
        model.seats().forEach(seat -> modelled.add(key(seat)));
        model.seatsByPerson(values)
                .forEach((person, seats) ->
                        seats.forEach(seat -> duties.computeIfAbsent(person, any -> new ArrayList<>())
                                .addAll(whole.getOrDefault(key(seat), seat).duties())));
        for (SeatNeed seat : input.seats()) {
            StaffId holder = seat.holder();
            if (holder != null && !modelled.contains(key(seat))) {
                duties.computeIfAbsent(holder, any -> new ArrayList<>()).addAll(seat.duties());
            }
        }
        return duties;
    }

    private static List<Object> key(SeatNeed seat) {
        return List.of(seat.id(), seat.sessions());
    }

    private void addAvailable(ProofFact fact, Map<StaffId, List<SeatDuty>> duties, Set<RemedyStep> steps) {
        StaffId person = person(fact);
        var away = Interval.between(
                (LocalDateTime) fact.arguments().get(1),
                (LocalDateTime) fact.arguments().get(2),
                zone);
        List<Interval> times = duties.getOrDefault(person, List.of()).stream()
                .map(SeatDuty::interval)
                .toList();
        steps.addAll(RemedyStep.Come.forDuties(person, away, times, zone));
    }

    /** Returns the step that raises a limit of hours to what the solution needs, in whole hours. */
    private Optional<RemedyStep> moreHours(ProofFact fact, Map<StaffId, List<SeatDuty>> duties) {
        StaffId person = person(fact);
        List<SeatDuty> all = duties.getOrDefault(person, List.of());
        Object when = fact.arguments().get(1);
        var limit = new BigDecimal(fact.arguments().get(2).toString());
        long figure = ((Number) fact.arguments().get(3)).longValue();
        return switch (fact.kind()) {
            case DAILY_HOURS ->
                raised(
                        person,
                        HourLimit.DAY,
                        limit,
                        hours(figure + minutes(all, duty -> duty.date().equals(when))),
                        HOURS_OF_A_DAY);
            case WEEKLY_HOURS ->
                raised(
                        person,
                        HourLimit.WEEK,
                        limit,
                        hours(figure
                                + minutes(all, duty -> IsoWeek.of(duty.date()).equals(when))),
                        7 * HOURS_OF_A_DAY);
            default ->
                raised(
                        person,
                        HourLimit.AVERAGE,
                        limit,
                        (int) Math.ceil(
                                hours(minutesOfPeriod(person, all, (LocalDate) when, figure)) / (double) figure),
                        RemedyStep.LEGAL_AVERAGE);
        };
    }

    private long minutesOfPeriod(StaffId person, List<SeatDuty> all, LocalDate from, long weeks) {
        Predicate<SeatDuty> isIn =
                duty -> !duty.date().isBefore(from) && duty.date().isBefore(from.plusWeeks(weeks));
        long taught = input.lessons().getOrDefault(person, List.of()).stream()
                .map(StaffingCase.FixedDuty::duty)
                .filter(isIn)
                .mapToLong(SeatDuty::minutes)
                .sum();
        boolean isFirst = from.equals(input.problem().horizon().firstDay());
        double before = isFirst
                ? input.problem()
                        .staffMember(person)
                        .map(StaffMember::hoursAlreadyWorked)
                        .orElse(0.0)
                : 0;
        return minutes(all, isIn) + taught + Math.round(before * 60);
    }

    private Optional<RemedyStep> raised(StaffId person, HourLimit limit, BigDecimal before, int needed, int most) {
        return BigDecimal.valueOf(needed).compareTo(before) > 0 && needed <= most
                ? Optional.of(new RemedyStep.RaiseHours(person, input.workRules(person), limit, before, needed))
                : Optional.empty();
    }

    /** Returns the step that eases a limit of dates to what the solution needs. */
    private Optional<RemedyStep> easedDates(ProofFact fact, Map<StaffId, List<SeatDuty>> duties) {
        StaffId person = person(fact);
        List<SeatDuty> work = Stream.concat(
                        duties.getOrDefault(person, List.of()).stream().filter(SeatDuty::work),
                        input.lessons().getOrDefault(person, List.of()).stream().map(StaffingCase.FixedDuty::duty))
                .toList();
        Object when = fact.arguments().get(1);
        return switch (fact.kind()) {
            case LONGEST_DAY -> {
                List<SeatDuty> day =
                        work.stream().filter(duty -> duty.date().equals(when)).toList();
                long length = latestEnd(day) - earliestStart(day);
                yield length > MINUTES_OF_A_DAY
                        ? Optional.empty()
                        : eased(person, DateLimit.LONGEST_DAY, minutes(fact), (int) length);
            }
            case REST_BETWEEN_DATES -> {
                Predicate<SeatDuty> isBefore = duty -> duty.date().isBefore((LocalDate) when);
                List<SeatDuty> later =
                        work.stream().filter(duty -> duty.date().equals(when)).toList();
                long rest = earliestStart(later)
                        - latestEnd(work.stream().filter(isBefore).toList());
                yield eased(
                        person,
                        DateLimit.REST_BETWEEN_DATES,
                        minutes(fact),
                        rest < SHORTEST_LIMIT ? 0 : (int) Math.min(rest, MINUTES_OF_A_DAY));
            }
            default -> {
                long taken = work.stream()
                        .flatMap(duty -> DateClauses.datesOf(
                                duty.interval(), input.problem().horizon())
                                .stream())
                        .filter(date -> IsoWeek.of(date).equals(when))
                        .distinct()
                        .count();
                yield eased(person, DateLimit.FREE_DATES, (int) fact.arguments().get(2), (int)
                        (DayOfWeek.values().length - taken));
            }
        };
    }

    private static int minutes(ProofFact fact) {
        return (int) ((Duration) fact.arguments().get(2)).toMinutes();
    }

    private static long earliestStart(List<SeatDuty> duties) {
        return duties.stream().mapToLong(duty -> duty.interval().start()).min().orElse(0);
    }

    private static long latestEnd(List<SeatDuty> duties) {
        return duties.stream().mapToLong(duty -> duty.interval().end()).max().orElse(0);
    }

    private Optional<RemedyStep> eased(StaffId person, DateLimit limit, int before, int after) {
        int by = limit == DateLimit.LONGEST_DAY ? after - before : before - after;
        return by > 0
                ? Optional.of(new RemedyStep.EaseDates(person, input.workRules(person), limit, before, by))
                : Optional.empty();
    }

    private static long minutes(List<SeatDuty> duties, Predicate<SeatDuty> included) {
        return duties.stream()
                .filter(SeatDuty::work)
                .filter(included)
                .mapToLong(SeatDuty::minutes)
                .sum();
    }

    private static int hours(long minutes) {
        return (int) ((minutes + 59) / 60);
    }

    /** Returns the mildest exception that covers the pauses of the solution. */
    private Optional<RemedyStep> shortRest(StaffId person, List<ProofFact> facts, List<SeatDuty> duties) {
        WorkRules rules = input.workRules(person);
        AgreedShortRest agreed = rules.agreedShortRest();
        int hours = Math.min(LONGEST_SHORT_REST, rules.dailyRestHours() - 1);
        Map<IsoWeek, Integer> times = new HashMap<>();
        for (ProofFact fact : facts) {
            if (fact.kind() == Kind.DAILY_REST) {
                LocalDate date = (LocalDate) fact.arguments().get(1);
                hours = Math.min(hours, (int) (longestPauseAfter(date, duties) / 60));
                times.merge(IsoWeek.of(date.plusDays(1)), 1, Integer::sum);
            }
        }
        int most = times.values().stream().max(Comparator.naturalOrder()).orElse(1);
        if (agreed != null) {
            hours = Math.min(hours, agreed.hours());
            most = MOST_SHORT_RESTS;
        }
        return hours < SHORTEST_SHORT_REST || most > MOST_SHORT_RESTS
                ? Optional.empty()
                : Optional.of(new RemedyStep.ShortRest(person, rules, hours, most));
    }

    /** Returns the longest pause after the duties of a date and before the duties of the next two days, in minutes. */
    private static long longestPauseAfter(LocalDate date, List<SeatDuty> duties) {
        List<Interval> near = duties.stream()
                .filter(SeatDuty::work)
                .filter(duty -> !duty.date().isBefore(date) && !duty.date().isAfter(date.plusDays(2)))
                .map(SeatDuty::interval)
                .sorted()
                .toList();
        long longest = 0;
        long end = near.isEmpty() ? 0 : near.getFirst().end();
        long limit = near.isEmpty() ? 0 : near.getFirst().start() + HOURS_OF_A_DAY * 60L;
        for (Interval next : near) {
            if (next.start() > end && end < limit) {
                longest = Math.max(longest, next.start() - end);
            }
            end = Math.max(end, next.end());
        }
        return longest;
    }
}
