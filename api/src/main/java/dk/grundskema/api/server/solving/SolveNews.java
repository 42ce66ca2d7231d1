package dk.grundskema.api.server.solving;

import dk.grundskema.api.comparison.ChangeWords;
import dk.grundskema.api.house.Standing;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.NamesShown;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.platform.ProblemDetails.FindingView;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.solving.SolveBodies.MoreTime;
import dk.grundskema.api.server.solving.SolveBodies.NewSolve;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a plan's solves stand, and what people do with them, for pages. */
@Component
public class SolveNews {
    private final SolveJobs jobs;
    private final Solves solves;
    private final SolveResults results;
    private final SolveTelling telling;
    private final Foresight foresight;
    private final SolveCurves curves;

    SolveNews(
            SolveJobs jobs,
            Solves solves,
            SolveResults results,
            SolveTelling telling,
            Foresight foresight,
            SolveCurves curves) {
        this.jobs = jobs;
        this.solves = solves;
        this.results = results;
        this.telling = telling;
        this.foresight = foresight;
        this.curves = curves;
    }

    /**
     * A solve.
     *
     * @param id       its id
     * @param plan     of which plan
     * @param state    where it is on its way
     * @param text     how it stands, in the language of the request
     * @param standing the same in the few numbers that people look at; {@code null} means that there is no timetable yet
     * @param seconds  seconds after which it ends by itself; {@code null} means no such limit
     * @param elapsed  seconds that it has run so far
     * @param revision what came of it; {@code null} means nothing yet
     * @param isCompared whether it began from a timetable, so that it can be said what it changes
     * @param best     hash of its best timetable; {@code null} means that there is none yet
     * @param findings why it failed, or what is to be said of its end
     */
    public record Now(
            SolveId id,
            PlanId plan,
            SolveState state,
            String text,
            @Nullable Standing standing,
            @Nullable Long seconds,
            long elapsed,
            @Nullable RevisionId revision,
            boolean isCompared,
            @Nullable String best,
            List<FindingView> findings) {
        /** Copies the list. */
        public Now {
            findings = List.copyOf(findings);
        }

        /** Whether nobody runs it or will, unless asked to. */
        public boolean isEnded() {
            return state.isEnded();
        }
    }

    /**
     * How a solve stood so far, in the order of time, at most 200 times: each with the seconds that it had run, then conflicts, missing adults, other
     * shortfalls and wishes that weren't met.
     *
     * @return empty if it didn't run in this process
     */
    public List<List<Long>> curve(SolveId id) {
        return curves.of(id).stream()
                .map(one -> List.of(
                        one.seconds(),
                        one.standing().conflicts(),
                        one.standing().missingAdults(),
                        one.standing().otherShortfalls(),
                        one.standing().wishes()))
                .toList();
    }

    /** The last solve of a plan, if there was one. */
    public Optional<Now> last(PlanId plan) {
        return jobs.of(plan, null, 1).stream().findFirst().map(this::now);
    }

    /**
     * How a solve stands.
     *
     * @throws Refusal 404 if there is none of that id
     */
    public Now of(SolveId id) {
        return now(jobs.get(id));
    }

    private Now now(SolveJob job) {
        var view = telling.view(job);
        return new Now(
                job.id(),
                job.plan(),
                job.state(),
                view.text(),
                view.standing(),
                view.seconds(),
                view.elapsedSeconds(),
                job.revision(),
                job.asked().reference() != null,
                job.best(),
                view.findings());
    }

    /** What is impossible or short in a plan, by counting, as a caller reads it. */
    public List<FindingView> precheck(Plan plan, Caller caller) {
        return foresight
                .precheck(plan, NamesShown.to(caller, plan.organisation()))
                .findings();
    }

    /**
     * What a solve changes of the timetable that its plan had, as a caller reads it.
     *
     * @throws Refusal 409 if there is nothing to compare
     */
    public List<ChangeWords.Kind> changes(SolveId id, Caller caller) {
        SolveJob job = jobs.get(id);
        return foresight.changes(job, NamesShown.to(caller, job.organisation())).kinds();
    }

    /**
     * Asks for a solve.
     *
     * @param seconds for how long, 1 to 86400
     * @param from    what it begins from
     * @throws Refusal 422 with everything that is wrong with what is to be planned; 409 if there is no timetable to begin from; 429 if too many wait
     * @throws dk.grundskema.domain.finding.InvalidValueException if the seconds are out of range
     */
    public void begin(PlanId plan, int seconds, ContinueFrom from, AccountId author) {
        solves.ask(plan, new NewSolve(seconds, null, null, null, null, null, from).asked(), author);
    }

    /** Ends a solve; its best timetable so far becomes its result. */
    public void stop(SolveId id) {
        solves.stop(id);
    }

    /**
     * Lets a solve that has ended go on from its best timetable.
     *
     * @param seconds for how much longer, 1 to 86400
     * @throws Refusal 409 if it hasn't ended; 429 if too many wait
     * @throws dk.grundskema.domain.finding.InvalidValueException if the seconds are out of range
     */
    public void goOn(SolveId id, int seconds) {
        solves.goOn(id, new MoreTime(seconds, null, null).end());
    }

    /**
     * Makes the best timetable of a solve that has ended a revision of its plan.
     *
     * @param version the plan's version that this is based on
     * @throws Refusal 409 if there is nothing to take over or it doesn't fit any more; 412 if the plan has another version
     */
    public void adopt(SolveId id, long version, AccountId author) {
        results.adopt(id, version, author);
    }
}
