package dk.grundskema.solver.proof;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.DutyLimit;
import dk.grundskema.domain.people.FreeDates;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.place.Travel;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SeatLock;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.proof.PlantedPlugin.Held;
import dk.grundskema.solver.proof.PlantedPlugin.Sessions;
import dk.grundskema.solver.proof.ProofFact.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small generated problem: a few people, two sites, sessions on some days. It is tightened one fact at a time.
 *
 * @param staff   the people
 * @param travel  minutes between the sites
 * @param held    the sessions
 * @param lessons lessons of the existing timetable
 * @param locks   locks of seats
 */
record PlantedSchool(
        List<StaffMember> staff, int travel, List<Held> held, List<Lesson> lessons, List<SessionLock> locks) {
    private static final PlantedPlugin PLUGIN = new PlantedPlugin();
    private static final InterventionId ID = new InterventionId("planted");
    private static final IsoWeek WEEK = new IsoWeek(2026, 37);
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
    private static final SiteId NEAR = new SiteId("near");
    private static final SiteId FAR = new SiteId("far");
    private static final int DAYS = 6;

    /** The independent checker for such problems. */
    static final TimetableChecker CHECKER = new TimetableChecker(type -> Optional.of(PLUGIN));

    private static final int[][] SHIFTS = {{8, 11}, {11, 13}, {13, 16}, {16, 19}, {19, 22}, {22, 6}, {6, 8}};

    /** What is tightened. */
    enum Cause {
        QUALIFICATION,
        DAY_OFF,
        LOCK,
        ONE_PLACE,
        TRAVEL,
        DAILY_REST,
        WEEKLY_REST,
        HOURS_A_DAY,
        HOURS_A_WEEK,
        HOURS_ON_AVERAGE,
        LONGEST_DAY,
        REST_BETWEEN_DATES,
        FREE_DATES,
        LESSON,
        SEATS
    }

    /**
     * One tightening.
     *
     * @param change the change
     * @param named  whether a fact of a proof names what was changed: who, when, figure
     */
    record Step(UnaryOperator<PlantedSchool> change, Predicate<ProofFact> named) {}

    static PlantedSchool draw(Random random) {
        var staff = new ArrayList<StaffMember>();
        int people = 3 + random.nextInt(3);
        for (int i = 0; i < people; i++) {
            var skills = new TreeSet<String>();
            if (random.nextInt(3) > 0) {
                skills.add("dansk");
            }
            if (random.nextInt(3) > 0) {
                skills.add("matematik");
            }
            staff.add(new StaffMember(
                    new StaffId("p" + i),
                    "Person " + i,
                    skills,
                    Availability.always(),
                    37,
                    0,
                    List.of(),
                    null,
                    null,
                    new WorkRules(8, 24, null, 16, 100, 100, 1, LocalTime.of(17, 0))));
        }
        var held = new ArrayList<Held>();
        for (int day = 0; day < DAYS; day++) {
            for (int shift = 0; shift < SHIFTS.length; shift++) {
                if (random.nextInt(5) < 2) {
                    held.add(session(random, held.size(), day, shift));
                }
            }
        }
        return new PlantedSchool(staff, 15, held, List.of(), List.of());
    }

    private static Held session(Random random, int number, int day, int shift) {
        int skill = random.nextInt(4);
        return new Held(
                "s" + number,
                random.nextInt(3) == 0 ? FAR : NEAR,
                FIRST.plusDays(day),
                LocalTime.of(SHIFTS[shift][0], 0),
                LocalTime.of(SHIFTS[shift][1], 0),
                1 + random.nextInt(2),
                skill == 0 ? "dansk" : skill == 1 ? "matematik" : "");
    }

    Problem problem() {
        return new Problem(
                Problem.VERSION,
                "Planted",
                Language.EN,
                new Horizon(WEEK, 2, ZoneId.of("Europe/Copenhagen"), Collections.emptySortedSet()),
                List.of(new Site(NEAR, "Near"), new Site(FAR, "Far")),
                List.of(new Travel(NEAR, FAR, travel)),
                List.of(),
                List.of(),
                staff,
                List.of(),
                List.of(),
                lessons,
                WorkRules.defaults(),
                List.of(new Intervention<>(ID, "planted", "Planted", new Sessions(List.copyOf(held)))),
                locks,
                List.of(),
                Collections.unmodifiableSortedMap(new TreeMap<>()));
    }

    static List<Demand> demands(Problem problem) {
        return problem.interventions().stream()
                .map(one -> PLUGIN.expand(
                        new Intervention<>(one.id(), one.type(), one.title(), (Sessions) one.parameters()), problem))
                .toList();
    }

    /** Returns a plan with holders by session and position. */
    Timetable plan(Map<SessionId, Map<Integer, StaffId>> holders) {
        List<Meeting> meetings = held.stream()
                .map(one -> {
                    var seats = new ArrayList<MeetingSeat>();
                    for (int i = 0; i < one.seats(); i++) {
                        StaffId holder =
                                holders.getOrDefault(one.sessionId(), Map.of()).get(i);
                        seats.add(new MeetingSeat("teacher", holder, true, isLocked(one.sessionId(), i)));
                    }
                    return new Meeting(
                            one.sessionId(),
                            null,
                            Collections.emptySortedSet(),
                            ID,
                            "module",
                            "",
                            one.id(),
                            "",
                            one.time().weeks(),
                            one.time().weekday(),
                            one.start(),
                            one.end(),
                            null,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            seats,
                            new Workload(true, 100, 0),
                            MeetingLock.NONE);
                })
                .toList();
        return new Timetable(
                1,
                "0",
                ZoneId.of("Europe/Copenhagen"),
                1,
                new Score(0, 0, 0),
                List.of(),
                List.of(),
                meetings,
                List.of(),
                List.of());
    }

    private boolean isLocked(SessionId session, int place) {
        return locks.stream()
                .filter(lock -> lock.sessionId().equals(session))
                .flatMap(lock -> lock.seats().stream())
                .anyMatch(seat -> seat.position() == place);
    }

    Step tighten(Cause cause, Random random) {
        StaffMember person = staff.get(random.nextInt(staff.size()));
        StaffId who = person.id();
        LocalDate date = FIRST.plusDays(random.nextInt(DAYS));
        Held some = held.get(random.nextInt(held.size()));
        return switch (cause) {
            case QUALIFICATION -> unqualified(person, random);
            case DAY_OFF -> dayOff(who, date, random);
            case LOCK -> {
                boolean isQualified = some.skill().isEmpty() || person.skills().contains(some.skill());
                yield locked(some, isQualified ? who : null, random.nextInt(some.seats()));
            }
            case ONE_PLACE -> oneMoreSession(some, random);
            case TRAVEL -> {
                int minutes = travel + 15;
                yield new Step(
                        school -> new PlantedSchool(school.staff, minutes, school.held, school.lessons, school.locks),
                        fact -> fact.kind() == Kind.TRAVEL
                                && fact.arguments().get(3).equals(minutes));
            }
            case LESSON -> lesson(who, some);
            case SEATS -> oneMoreSeat(some);
            case DAILY_REST -> {
                int hours = Math.min(11, rules(person).dailyRestHours() + 1);
                yield rules(who, hours, 0, 0, 0, 0, fact -> isDailyRest(fact, who, hours));
            }
            case WEEKLY_REST -> {
                int hours = Math.min(48, rules(person).weeklyRestHours() + 4);
                yield rules(who, 0, hours, 0, 0, 0, fact -> isLimit(fact, Kind.WEEKLY_REST, who, hours));
            }
            case HOURS_A_DAY -> {
                int hours = Math.max(
                        1, Objects.requireNonNull(rules(person).hoursPerDay()).intValue() - 2);
                yield rules(who, 0, 0, hours, 0, 0, fact -> isLimit(fact, Kind.DAILY_HOURS, who, hours));
            }
            case HOURS_A_WEEK -> {
                int hours = Math.max(
                        1, Objects.requireNonNull(rules(person).hoursPerWeek()).intValue() - 15);
                yield rules(who, 0, 0, 0, hours, 0, fact -> isLimit(fact, Kind.WEEKLY_HOURS, who, hours));
            }
            case LONGEST_DAY -> {
                DutyLimit now = rules(person).longestDay();
                int minutes = Math.max(60, (now == null ? 18 * 60 : now.minutes()) - 120);
                yield dates(
                        who,
                        rules -> rules.withDateLimits(
                                new DutyLimit(minutes, Level.HARD), rules.restBetweenDates(), rules.freeDates()),
                        Kind.LONGEST_DAY,
                        Duration.ofMinutes(minutes));
            }
            case REST_BETWEEN_DATES -> {
                DutyLimit now = rules(person).restBetweenDates();
                int minutes = Math.min(24 * 60, (now == null ? 8 * 60 : now.minutes()) + 120);
                yield dates(
                        who,
                        rules -> rules.withDateLimits(
                                rules.longestDay(), new DutyLimit(minutes, Level.HARD), rules.freeDates()),
                        Kind.REST_BETWEEN_DATES,
                        Duration.ofMinutes(minutes));
            }
            case FREE_DATES -> {
                FreeDates now = rules(person).freeDates();
                int dates = Math.min(6, now == null ? 1 : now.perWeek() + 1);
                yield dates(
                        who,
                        rules -> rules.withDateLimits(
                                rules.longestDay(), rules.restBetweenDates(), new FreeDates(dates, Level.HARD)),
                        Kind.FREE_DATES,
                        dates);
            }
            case HOURS_ON_AVERAGE -> {
                int hours = Math.max(1, rules(person).averageHoursPerWeek() - 15);
                yield rules(who, 0, 0, 0, 0, hours, fact -> isLimit(fact, Kind.AVERAGE_HOURS, who, hours));
            }
        };
    }

    private static @Nullable Integer whole(@Nullable BigDecimal hours) {
        return hours == null ? null : Integer.valueOf(hours.intValueExact());
    }

    private static boolean isLimit(ProofFact fact, Kind kind, StaffId who, int figure) {
        return fact.kind() == kind
                && fact.arguments().get(0).equals(who)
                && ((Number) fact.arguments().get(2)).intValue() == figure;
    }

    private static boolean isDailyRest(ProofFact fact, StaffId who, int hours) {
        return isLimit(fact, Kind.DAILY_REST, who, hours)
                || (fact.kind() == Kind.DAILY_REST_BETWEEN
                        && fact.arguments().get(0).equals(who)
                        && fact.arguments().get(4).equals(Duration.ofHours(hours)));
    }

    private WorkRules rules(StaffMember person) {
        return Objects.requireNonNull(person.work());
    }

    private Step rules(
            StaffId who, int daily, int weekly, int aDay, int aWeek, int average, Predicate<ProofFact> named) {
        return new Step(
                school -> school.withPerson(who, person -> {
                    WorkRules now = rules(person);
                    return StaffingModelAgreementTest.withRules(
                            person,
                            new WorkRules(
                                    daily > 0 ? daily : now.dailyRestHours(),
                                    weekly > 0 ? weekly : now.weeklyRestHours(),
                                    null,
                                    aDay > 0 ? Integer.valueOf(aDay) : whole(now.hoursPerDay()),
                                    aWeek > 0 ? Integer.valueOf(aWeek) : whole(now.hoursPerWeek()),
                                    average > 0 ? average : now.averageHoursPerWeek(),
                                    1,
                                    now.eveningStarts()));
                }),
                named);
    }

    private static Step dates(StaffId who, UnaryOperator<WorkRules> change, Kind kind, Object figure) {
        return new Step(
                school -> school.withPerson(
                        who,
                        person -> StaffingModelAgreementTest.withRules(
                                person, change.apply(Objects.requireNonNull(person.work())))),
                fact -> fact.kind() == kind
                        && fact.arguments().get(0).equals(who)
                        && fact.arguments().get(2).equals(figure));
    }

    private PlantedSchool withPerson(StaffId who, UnaryOperator<StaffMember> change) {
        return new PlantedSchool(
                staff.stream()
                        .map(person -> person.id().equals(who) ? change.apply(person) : person)
                        .toList(),
                travel,
                held,
                lessons,
                locks);
    }

    /** Returns the school of a changed problem. */
    PlantedSchool with(Problem changed) {
        return new PlantedSchool(
                changed.staff(),
                travel,
                ((Sessions) changed.interventions().getFirst().parameters()).sessions(),
                changed.lessons(),
                changed.locks());
    }

    private PlantedSchool withHeld(List<Held> others) {
        return new PlantedSchool(staff, travel, others, lessons, locks);
    }

    private Step unqualified(StaffMember person, Random random) {
        String skill = random.nextBoolean() ? "dansk" : "matematik";
        StaffId who = person.id();
        return new Step(
                school -> school.withPerson(who, one -> new Skills(one).without(skill)),
                fact -> (fact.kind() == Kind.SEAT || fact.kind() == Kind.SEATS)
                        && !((List<?>) fact.arguments().getLast()).contains(who)
                        && sessionsOf(fact).stream().anyMatch(id -> needs(id, skill)));
    }

    private record Skills(StaffMember person) {
        StaffMember without(String skill) {
            var skills = new TreeSet<>(person.skills());
            skills.remove(skill);
            return new StaffMember(
                    person.id(),
                    person.name(),
                    skills,
                    person.availability(),
                    person.contractHours(),
                    person.hoursAlreadyWorked(),
                    person.wishes(),
                    person.email(),
                    person.language(),
                    person.work());
        }
    }

    private boolean needs(Object session, String skill) {
        return held.stream()
                .anyMatch(one -> one.sessionId().equals(session) && one.skill().equals(skill));
    }

    static List<?> sessionsOf(ProofFact fact) {
        return switch (fact.kind()) {
            case SEAT -> List.of(fact.arguments().getFirst());
            case SEATS -> (List<?>) fact.arguments().get(4);
            default -> List.of();
        };
    }

    private Step dayOff(StaffId who, LocalDate date, Random random) {
        int from = random.nextInt(3) * 8;
        var period = new Period(date, date, new TreeSet<>(), LocalTime.of(from, 0), null);
        LocalDateTime start = date.atTime(from, 0);
        return new Step(
                school -> school.withPerson(who, person -> {
                    var except = new ArrayList<>(person.availability().except());
                    except.add(period);
                    return person.withAvailability(new Availability(List.of(), except));
                }),
                fact -> fact.kind() == Kind.UNAVAILABLE
                        && fact.arguments().get(0).equals(who)
                        && !((LocalDateTime) fact.arguments().get(1)).isAfter(start)
                        && ((LocalDateTime) fact.arguments().get(2)).isAfter(start));
    }

    private Step locked(Held some, @Nullable StaffId who, int place) {
        SessionId session = some.sessionId();
        boolean isLocked = locks.stream().anyMatch(lock -> lock.sessionId().equals(session));
        return new Step(
                school -> isLocked
                        ? school
                        : new PlantedSchool(
                                school.staff,
                                school.travel,
                                school.held,
                                school.lessons,
                                Stream.concat(
                                                school.locks.stream(),
                                                Stream.of(new SessionLock(
                                                        session, null, null, null, List.of(new SeatLock(place, who)))))
                                        .toList()),
                fact -> fact.kind() == (who == null ? Kind.LOCKED_EMPTY : Kind.LOCKED)
                        && fact.arguments().get(0).equals(session)
                        && fact.arguments().get(1).equals(place + 1)
                        && (who == null || fact.arguments().get(2).equals(who)));
    }

    /** Adds a session that overlaps another at the other site. */
    private Step oneMoreSession(Held some, Random random) {
        var added = new Held(
                "extra" + held.size(),
                some.site().equals(NEAR) ? FAR : NEAR,
                some.date(),
                some.start().plusMinutes(15L * random.nextInt(3)),
                some.end(),
                1,
                some.skill());
        return new Step(
                school -> school.withHeld(
                        Stream.concat(school.held.stream(), Stream.of(added)).toList()),
                fact -> sessionsOf(fact).contains(added.sessionId()));
    }

    private Step oneMoreSeat(Held some) {
        Held more =
                new Held(some.id(), some.site(), some.date(), some.start(), some.end(), some.seats() + 1, some.skill());
        return new Step(
                school -> school.withHeld(school.held.stream()
                        .map(one -> one.id().equals(some.id()) ? more : one)
                        .toList()),
                fact -> fact.kind() == Kind.SEATS
                        && sessionsOf(fact).contains(some.sessionId())
                        && fact.arguments().getFirst().equals(more.seats()));
    }

    /** Gives a person a lesson at the near site that ends when a session begins, or overlaps it. */
    private Step lesson(StaffId who, Held some) {
        boolean isOverlapping = some.site().equals(NEAR) && some.start().isBefore(some.end());
        LocalTime start = isOverlapping ? some.start() : some.start().minusHours(1);
        var lesson = new Lesson(
                new LessonId("lesson-" + lessons.size()),
                "Lesson",
                MeetingTime.on(some.date(), start, start.plusHours(1)),
                NEAR,
                null,
                List.of(),
                List.of(),
                List.of(who));
        return new Step(
                school -> new PlantedSchool(
                        school.staff,
                        school.travel,
                        school.held,
                        Stream.concat(school.lessons.stream(), Stream.of(lesson))
                                .toList(),
                        school.locks),
                fact -> (fact.kind() == Kind.LESSON
                                && fact.arguments().get(0).equals(who)
                                && fact.arguments().get(1).equals(lesson.id()))
                        || (fact.kind() == Kind.TRAVEL
                                && fact.arguments().get(0).equals(who)
                                && fact.arguments().get(4).equals(some.date())));
    }

    /** Returns a plan of the exact model, in which all facts hold; empty if there is none. */
    Optional<Timetable> solve() {
        Problem problem = problem();
        StaffingCase input = StaffingCase.beforePlanning(problem, demands(problem));
        var model = new StaffingModel(input, input.seats(), SeatNeed::required);
        Set<ProofFact> facts = model.formula().facts();
        FormulaSolver.Answer answer = FormulaSolver.solve(model.formula(), facts, true, CampFixture.LIMITS.start());
        if (answer.state() != FormulaSolver.State.SATISFIABLE) {
            return Optional.empty();
        }
        Map<SessionId, Map<Integer, StaffId>> holders = new TreeMap<>(Comparator.comparing(SessionId::value));
        model.holders(answer.values())
                .forEach((seat, person) -> holders.computeIfAbsent(seat.session(), any -> new TreeMap<>())
                        .put(seat.place(), person));
        return Optional.of(plan(holders));
    }
}
