package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.PlanDifference.ChangedDate;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.PreparedPlan;
import dk.grundskema.solver.engine.Solve;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.mapping.TimetableBuilder;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.registry.Interruptions;
import dk.grundskema.solver.registry.PluginFailedException;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.RequiredSupport;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes a plan in use at a moment. What began before stays as it is. A series that has to differ from a date on, or in some weeks, is split by date:
 * its parts name it as their origin. Not thread-safe.
 */
public final class PlanChanger {
    private static final String DIFFERENCE = "core.difference";

    /** Weight of a needless change, so high that no wish is worth one. */
    private static final long MOST_WEIGHT = 1_000_000;

    /**
     * A lesson of the existing timetable on a date without its teacher. The plan does not decide who stands in.
     *
     * @param meeting the lesson with all who are in it
     * @param staffId the teacher who is away
     */
    public record AbsentTeacher(Meeting meeting, LocalDate date, StaffId staffId) {}

    /**
     * A lesson of the existing timetable on a date without its teacher, of which the plan has no meeting.
     *
     * @param lesson  the lesson
     * @param staffId the teacher who is away
     */
    public record OrdinaryLesson(Lesson lesson, LocalDate date, StaffId staffId) {}

    private final PluginRegistry plugins;
    private final ChangeRequest whole;
    private final boolean isOnlyAvailability;
    private final ConcernedPart part;
    private final ChangeRequest request;
    private final String hash;
    private final TimetableChecker checker;
    private final TimetableChecker partChecker;
    private final List<Demand> demandsBefore;
    private final List<Demand> demands;
    private final List<Demand> demandsAtAnyTime;
    private final SplitPlan split;
    private final RepairBaseline baseline;
    private final ChangedPlan unchanged;
    private final ChangeRanking ranking;
    private final @Nullable List<RuleViolation> elsewhere;

    /**
     * Prepares a change.
     *
     * @param request a change without errors of {@link ChangeValidator}
     * @param hash    hash of the changed problem, as hexadecimal text
     * @throws IllegalArgumentException if a plugin's demand or rules are inconsistent
     * @throws PluginFailedException if a plugin throws
     */
    public PlanChanger(PluginRegistry plugins, ChangeRequest request, String hash) {
        this(plugins, new TimetableChecker(plugins::find), request, hash);
    }

    /**
     * Prepares the same with a checker that may know the plan in use already.
     *
     * @param checker checker that knows the same plugins
     */
    public PlanChanger(PluginRegistry plugins, TimetableChecker checker, ChangeRequest request, String hash) {
        this.plugins = plugins;
        this.whole = request;
        this.hash = hash;
        this.checker = checker;
        this.partChecker = new TimetableChecker(plugins::find);
        // The check takes as long as the preparation and needs nothing from it.
        CompletableFuture<List<RuleViolation>> violations =
                CompletableFuture.supplyAsync(() -> checker.check(request.before(), request.timetable()));
        List<Demand> all = PreparedPlan.demands(plugins, request.before());
        this.isOnlyAvailability = isOnlyAvailability(request);
        this.part = isOnlyAvailability
                ? ConcernedPart.of(request, all, Interruptions.of(request.before(), plugins::find))
                : ConcernedPart.whole(request, all);
        this.request = part.request();
        this.demandsBefore = part.demands();
        this.demands = isOnlyAvailability ? demandsBefore : PreparedPlan.demands(plugins, this.request.after());
        this.demandsAtAnyTime = PreparedPlan.demands(
                plugins,
                this.request
                        .after()
                        .withStaff(this.request.after().staff().stream()
                                .map(one -> one.withAvailability(Availability.always()))
                                .toList()));
        this.split = new PlanSplitter(this.request, demandsBefore, demands, demandsAtAnyTime).split(demands);
        this.baseline = new RepairBaseline(plugins, split);
        List<RuleViolation> ofPart = partChecker.check(this.request.before(), this.request.timetable());
        List<RuleResult> results =
                PlanEvaluation.of(baseline.plan().rules(), baseline.original()).results();
        this.unchanged = unchanged(results, result(violations));
        this.ranking = new ChangeRanking(results);
        this.elsewhere = withoutThose(unchanged.violations(), ofPart);
    }

    /** Returns what is left of some violations without others; {@code null} if the others are not all among them. */
    private static @Nullable List<RuleViolation> withoutThose(List<RuleViolation> some, List<RuleViolation> others) {
        var rest = new ArrayList<>(some);
        return others.stream().allMatch(rest::remove) ? List.copyOf(rest) : null;
    }

    /**
     * Returns the violations of a timetable after the change. What is broken outside the part that the change concerns is as before: the same people,
     * meetings and demand. If the check of the part does not agree with that of the whole plan in use, the whole plan is checked.
     */
    private List<RuleViolation> check(Timetable after) {
        return elsewhere == null
                ? checker.check(whole.after(), after)
                : Stream.concat(elsewhere.stream(), partChecker.check(request.after(), part.restrict(after)).stream())
                        .toList();
    }

    /**
     * Returns the plan in use: its violations of the problem before the change, and its cost in wishes in the weeks to come as the changed problem
     * charges it.
     */
    public ChangedPlan unchangedPlan() {
        return unchanged;
    }

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private ChangedPlan unchanged(List<RuleResult> results, List<RuleViolation> violations) {
        return new ChangedPlan(
                whole.timetable(),
                wishes(results),
                violations,
                PlanDifference.between(request.timetable(), request.timetable()),
                List.of(),
                true);
    }

    private static List<RuleResult> wishes(List<RuleResult> results) {
        return results.stream()
                .filter(one -> one.level() == Level.SOFT && !one.id().equals(DIFFERENCE))
                .toList();
    }

    /**
     * Returns the plan with the least change that is found. First repairs the seats and rooms that are lost. If that leaves more conflicts or shortfalls
     * than before, or the change asks for something new, searches from there for a plan with fewer. What the plan in use lacks before the change stays as it is.
     *
     * @param limits latest end of each of the two searches; a step is one evaluation of the costs
     * @param searches number of parallel searches, 1 to 16
     * @throws InterruptedException if the thread is interrupted
     */
    public ChangedPlan findLeastChange(SolveLimits limits, int searches) throws InterruptedException {
        ChangedPlan best = repair(limits);
        boolean isShort = ranking.shortfall(best) > ranking.shortfall(unchanged);
        boolean isRoomLost = !request.before().rooms().equals(request.after().rooms());
        if (ranking.conflicts(best) > ranking.conflicts(unchanged) || (isShort && (isOtherAsked() || isRoomLost))) {
            ChangedPlan other = searchOn(limits, searches);
            best = ranking.compare(other, best) < 0 ? other : best;
        }
        return best;
    }

    /**
     * Whether nothing but the availability of staff and rooms changes. What is asked for then stays: interventions may choose times of a whole series
     * by who is available, and an absence of some weeks is no reason to move it.
     */
    private static boolean isOnlyAvailability(ChangeRequest request) {
        Problem before = request.before();
        return before.students().equals(request.after().students())
                && before.withStaff(request.after().staff())
                        .withRooms(request.after().rooms())
                        .withLocks(request.after().locks(), request.after().memberLocks())
                        .equals(request.after())
                && ids(before).equals(ids(request.after()));
    }

    private static List<Object> ids(Problem problem) {
        return Stream.<Object>concat(
                        problem.staff().stream().map(StaffMember::id),
                        problem.rooms().stream().map(Room::id))
                .toList();
    }

    /** Whether more than the availability of staff and rooms changes, so that something new may be asked for. */
    private boolean isOtherAsked() {
        Problem before = request.before();
        Problem after = request.after();
        return !before.horizon().equals(after.horizon())
                || !before.interventions().equals(after.interventions())
                || !before.lessons().equals(after.lessons())
                || !before.groups().equals(after.groups())
                || !before.students().equals(after.students());
    }

    /**
     * Returns a plan in which everything to come is planned afresh: no price is put on changes.
     *
     * @param limits   end of the search
     * @param searches number of parallel searches, 1 to 16
     * @throws InterruptedException if the thread is interrupted
     */
    public ChangedPlan planAfresh(SolveLimits limits, int searches) throws InterruptedException {
        PreparedPlan plan = prepare(split, null);
        Timetable solved = solve(plan, limits, searches, null);
        return evaluate(solved);
    }

    /** Returns the lessons of the existing timetable that lack their teacher, where other staff are in the lesson, in order of time. */
    public List<AbsentTeacher> absentTeachers(Timetable after) {
        LostAvailability lost = split.lost();
        var absent = new ArrayList<AbsentTeacher>();
        for (Meeting meeting : part.restrict(after).meetings()) {
            for (MeetingSeat seat : meeting.seats()) {
                StaffId who = seat.staffId();
                boolean isTeacher = who != null && isTeacher(meeting, who);
                for (IsoWeek week : isTeacher ? meeting.weeks() : new TreeSet<IsoWeek>()) {
                    Interval when = meeting.time().interval(week, lost.zone());
                    if (!lost.isPast(when) && lost.isStaffLost(Objects.requireNonNull(who), when)) {
                        absent.add(new AbsentTeacher(meeting, meeting.time().date(week), who));
                    }
                }
            }
        }
        absent.sort(Comparator.comparing(AbsentTeacher::date)
                .thenComparing(one -> one.meeting().start()));
        return List.copyOf(absent);
    }

    /**
     * Returns the lessons of the existing timetable that lack their teacher and that no meeting of the plan is in, in order of time. The plan finds nobody
     * for them.
     */
    public List<OrdinaryLesson> ordinaryLessons(Timetable after) {
        Map<SessionId, LessonId> supported = new HashMap<>();
        demands.stream()
                .flatMap(demand -> demand.sessions().stream())
                .filter(session -> session.lesson() != null)
                .forEach(session -> supported.put(session.id(), Objects.requireNonNull(session.lesson())));
        Map<LessonId, Set<IsoWeek>> held = new HashMap<>();
        for (Meeting meeting : part.restrict(after).meetings()) {
            LessonId lesson = supported.get(meeting.origin());
            if (lesson != null) {
                held.computeIfAbsent(lesson, any -> new TreeSet<>()).addAll(meeting.weeks());
            }
        }
        LostAvailability lost = split.lost();
        var ordinary = new ArrayList<OrdinaryLesson>();
        for (Lesson lesson : request.after().lessons()) {
            Set<IsoWeek> weeks = new TreeSet<>(lesson.time().weeks());
            weeks.removeAll(held.getOrDefault(lesson.id(), Set.of()));
            weeks.removeIf(
                    week -> request.after().horizon().isClosed(lesson.time().date(week)));
            for (StaffId who : lesson.kind() == Lesson.Kind.TEACHING ? lesson.teachers() : List.<StaffId>of()) {
                for (IsoWeek week : weeks) {
                    Interval when = lesson.time().interval(week, lost.zone());
                    if (!lost.isPast(when) && lost.isStaffLost(who, when)) {
                        ordinary.add(new OrdinaryLesson(lesson, lesson.time().date(week), who));
                    }
                }
            }
        }
        ordinary.sort(Comparator.comparing(OrdinaryLesson::date)
                .thenComparing(one -> one.lesson().time().start()));
        return List.copyOf(ordinary);
    }

    /** Returns how much support each intervention of the changed problem must give to each participant in a plan after the change. */
    public Map<InterventionId, List<RequiredSupport>> requiredSupport(Timetable after) {
        return partChecker.requiredSupport(request.after(), part.restrict(after));
    }

    /**
     * Returns the dates of cancelled meetings that an intervention with other parameters, or one that is gone, no longer asks for. Those of a closed day
     * are not among them.
     *
     * @param difference difference between the plan in use and a plan after the change
     */
    public Set<ChangedDate> noLongerAsked(PlanDifference difference) {
        Map<SessionId, Session> asked = new HashMap<>();
        Map<LessonOf, List<Session>> ofLessons = new HashMap<>();
        for (Demand demand : demandsAtAnyTime) {
            for (Session session : demand.sessions()) {
                asked.put(session.id(), session);
                ofLessons
                        .computeIfAbsent(LessonOf.of(session), any -> new ArrayList<>())
                        .add(session);
            }
        }
        Map<SessionId, Session> before = new HashMap<>();
        demandsBefore.forEach(demand -> demand.sessions().forEach(session -> before.put(session.id(), session)));
        return difference.dates().stream()
                .filter(one -> one.after() == null
                        && !request.after().horizon().isClosed(one.dated().date()))
                .filter(one -> {
                    InterventionId id = one.dated().meeting().interventionId();
                    Session was = before.get(one.sessionId());
                    Session same = asked.get(one.sessionId());
                    List<Session> instead = was != null && was.lesson() != null
                            ? ofLessons.getOrDefault(LessonOf.of(was), List.of())
                            : same == null ? List.of() : List.of(same);
                    return !intervention(request.before(), id).equals(intervention(request.after(), id))
                            && instead.stream()
                                    .flatMap(session -> session.times().stream())
                                    .noneMatch(time -> time.weeks().contains(one.week()));
                })
                .collect(Collectors.toSet());
    }

    /**
     * A lesson of the existing timetable within an intervention, which may ask for it in several series.
     *
     * @param lesson the lesson; {@code null} means none
     */
    private record LessonOf(
            InterventionId intervention, @Nullable LessonId lesson) {
        static LessonOf of(Session session) {
            return new LessonOf(session.intervention(), session.lesson());
        }
    }

    private static Optional<Intervention<?>> intervention(Problem problem, InterventionId id) {
        return problem.interventions().stream()
                .filter(one -> one.id().equals(id))
                .<Intervention<?>>map(one -> one)
                .findFirst();
    }

    /**
     * Returns where support that a change takes away can be given later.
     *
     * @param after     plan after the change
     * @param uncovered dates of the plan in use that are cancelled or have fewer people
     * @param isTimeSpent whether no further place is to be tried; what is returned then says that there may be others
     */
    public List<LostSupport> findLostSupport(
            Timetable after, List<ChangedDate> uncovered, BooleanSupplier isTimeSpent) {
        return new LostSupportFinder(supportTrials(after), isTimeSpent).find(uncovered);
    }

    private SupportTrials supportTrials(Timetable after) {
        return new SupportTrials(request, split.lost(), partChecker, demandsAtAnyTime, part.restrict(after));
    }

    /**
     * Returns a plan after the change in which support that it takes away is given at another time of the same week, where the plan falls less short by
     * it and breaks nothing further; otherwise the same plan.
     *
     * @param after       plan after the change
     * @param uncovered   dates of the plan in use that are cancelled or have fewer people
     * @param isTimeSpent whether nothing further is to be tried
     */
    public ChangedPlan moveSupport(ChangedPlan after, List<ChangedDate> uncovered, BooleanSupplier isTimeSpent) {
        Set<String> risen =
                new RuleAmounts(after.violations()).rulesBrokenMoreThan(new RuleAmounts(unchanged.violations()));
        if (uncovered.isEmpty() || risen.isEmpty()) {
            return after;
        }
        SupportTrials trials = supportTrials(after.timetable());
        Timetable moved = new SupportMover(trials, risen, isTimeSpent).move(uncovered);
        return moved.equals(trials.plan()) ? after : describe(part.join(moved));
    }

    private boolean isTeacher(Meeting meeting, StaffId who) {
        return demands.stream()
                .flatMap(demand -> demand.sessions().stream())
                .filter(session -> session.id().equals(meeting.origin()) && session.lesson() != null)
                .anyMatch(session -> request.after()
                        .lesson(Objects.requireNonNull(session.lesson()))
                        .map(lesson -> lesson.teachers().contains(who))
                        .orElse(false));
    }

    private ChangedPlan repair(SolveLimits limits) {
        RepairSearchDriver driver = new RepairSearchDriver(baseline, limits).repair();
        PlanEvaluation evaluation = PlanEvaluation.of(baseline.plan().rules(), driver.values());
        Timetable built = new TimetableBuilder(baseline.blueprint())
                .build(driver.values(), hash, request.timetable().seed(), evaluation.score(), evaluation.results());
        Timetable joined = join(built);
        Timetable covered = cover(joined);
        ChangedPlan repaired = describe(part.join(covered));
        return driver.isLeast() && canProveLeast() && covered.equals(joined) ? repaired.provedLeast() : repaired;
    }

    /** Returns the plan in use as the search sees it. */
    RepairBaseline baseline() {
        return baseline;
    }

    /** Returns whether a least change may be proved to be one: nothing but seats of people who are away is lost, and each of them as a whole. */
    public boolean canProveLeast() {
        return isOnlyAvailability
                && request.before().rooms().equals(request.after().rooms())
                && wholeVacancies().size() == baseline.vacancies().size();
    }

    /**
     * Returns who can take each seat that falls vacant as a whole, in order of time, with all other vacant seats empty. Seats of single weeks of a series
     * are left out: {@link #findLeastChange} looks for stand-ins.
     */
    public List<SeatCandidates> seatCandidates() {
        return new SeatCandidateFinder(baseline).findCandidates(wholeVacancies());
    }

    /** Returns the vacancies whose seats keep the rules of their interventions: those of single dates, and of series that nobody who is away holds later. */
    private List<RepairBaseline.Vacancy> wholeVacancies() {
        return baseline.vacancies().stream()
                .filter(one -> Arrays.stream(one.sessions())
                        .mapToObj(session -> split.parts()
                                .get(baseline.blueprint()
                                        .sessions()
                                        .get(session)
                                        .id()))
                        .allMatch(part -> part != null && part.isMain()))
                .toList();
    }

    /**
     * Returns the candidates of the seats whose sessions nobody has to split, so that one edit can give each to somebody: those of single dates, and of
     * series that have not begun and that the absent person misses throughout.
     */
    public List<SeatCandidates> undividedSeatCandidates() {
        return new SeatCandidateFinder(baseline).findCandidates(undividedVacancies());
    }

    /**
     * Returns the days on which weekly meetings lack an absent staff member, in chronological order, except in seats of {@link #undividedSeatCandidates}:
     * {@link #findLeastChange} looks for stand-ins.
     */
    public List<OpenDays> openDays() {
        Set<SessionId> undivided = undividedVacancies().stream()
                .flatMap(one -> Arrays.stream(one.sessions()).mapToObj(this::sessionId))
                .collect(Collectors.toSet());
        // candidates may have duties outside the part
        return new StandInFinder(whole, split.lost(), demandsAtAnyTime).findOpenDays(undivided);
    }

    private List<RepairBaseline.Vacancy> undividedVacancies() {
        return wholeVacancies().stream()
                .filter(one ->
                        Arrays.stream(one.sessions()).mapToObj(this::sessionId).allMatch(this::isUndivided))
                .toList();
    }

    private SessionId sessionId(int session) {
        return baseline.blueprint().sessions().get(session).id();
    }

    /** Whether a part is all of its session, which the plan in use has as one meeting. */
    private boolean isUndivided(SessionId id) {
        SessionPart part = split.parts().get(id);
        Meeting source = part == null ? null : part.source();
        List<Meeting> held = request.timetable().meetings().stream()
                .filter(meeting -> meeting.origin().equals(id))
                .toList();
        return source != null
                && held.size() == 1
                && held.getFirst().sessionId().equals(id)
                && held.getFirst().weeks().equals(source.weeks());
    }

    /** Joins the parts, finds stand-ins for the touched weeks of series, and checks the result. */
    private ChangedPlan evaluate(Timetable built) {
        return describe(part.join(cover(join(built))));
    }

    private Timetable join(Timetable built) {
        return new PartJoiner(split, request, demands).join(built, hash);
    }

    private Timetable cover(Timetable joined) {
        return new StandInSearch(request, split.lost(), partChecker, demandsAtAnyTime).cover(joined);
    }

    /** Returns a plan that this change was planned to be, from its timetable: one of {@link #findLeastChange}, {@link #moveSupport} or {@link #planAfresh}. */
    public ChangedPlan describe(Timetable timetable) {
        var late = new LateSessions(split, timetable);
        return new ChangedPlan(
                timetable,
                wishes(timetable.rules()),
                check(late.heldWithoutStaff()),
                PlanDifference.between(request.timetable(), part.restrict(timetable)),
                late.sessions(),
                false);
    }

    private ChangedPlan searchOn(SolveLimits limits, int searches) throws InterruptedException {
        var weights = new TreeMap<>(split.problem().weights());
        weights.put(DIFFERENCE, MOST_WEIGHT);
        SplitPlan costly = new SplitPlan(
                split.problem().withWeights(weights),
                split.demands(),
                split.reference(),
                split.parts(),
                split.members(),
                split.lost());
        PreparedPlan plan = prepare(costly, split.reference());
        Timetable solved = solve(plan, untilNothingImproves(limits), searches, split.reference());
        int[] values = ReferenceReader.readDecisions(plan.blueprint(), solved);
        PreparedPlan plain = prepare(split, null);
        var reverter = new NeedlessChangeReverter(plain, split);
        ChangedPlan found = evaluate(plain, reverter.revert(values));
        var lackBefore = new LackBefore(unchanged.violations());
        return lackBefore.isMendedBy(found.violations())
                ? evaluate(
                        plain,
                        reverter.revertWhile(
                                some -> lackBefore.isNoWorse(
                                        evaluate(plain, some).violations(), found.violations()),
                                timeSpent(limits)))
                : found;
    }

    private ChangedPlan evaluate(PreparedPlan plan, int[] values) {
        PlanEvaluation evaluation = PlanEvaluation.of(plan.rules(), values);
        return evaluate(new TimetableBuilder(plan.blueprint())
                .build(values, hash, request.timetable().seed(), evaluation.score(), evaluation.results()));
    }

    /** Returns whether two fifths of the time of a search have passed from now on. Our own number. */
    private static BooleanSupplier timeSpent(SolveLimits limits) {
        Duration time = limits.time();
        long start = System.nanoTime();
        return () -> time != null && System.nanoTime() - start >= time.toNanos() / 5 * 2;
    }

    private PreparedPlan prepare(SplitPlan split, @Nullable Timetable reference) {
        Blueprint blueprint = BlueprintBuilder.build(split.problem(), split.demands());
        PastDecisions.fix(split, blueprint);
        return PreparedPlan.of(plugins, blueprint, split.members(), reference);
    }

    /** Returns limits that end a search, too, if it finds nothing better for two fifths of its time. Our own number. */
    private static SolveLimits untilNothingImproves(SolveLimits limits) {
        Duration time = limits.time();
        return time == null
                ? limits
                : new SolveLimits(time, limits.steps(), time.multipliedBy(2).dividedBy(5));
    }

    private Timetable solve(PreparedPlan plan, SolveLimits limits, int searches, @Nullable Timetable reference)
            throws InterruptedException {
        Solve running = new Planner(plugins)
                .start(
                        plan,
                        new SolveRequest(
                                plan.blueprint().problem(),
                                hash,
                                limits,
                                Math.max(1, request.timetable().seed()),
                                searches,
                                reference),
                        progress -> {});
        try {
            return running.await();
        } catch (InterruptedException e) {
            running.stop();
            throw e;
        }
    }
}
