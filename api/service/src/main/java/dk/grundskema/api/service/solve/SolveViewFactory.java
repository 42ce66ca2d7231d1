package dk.grundskema.api.service.solve;

import dk.grundskema.api.planning.RuleCost;
import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.solve.SolveViews.SolveView;
import dk.grundskema.domain.finding.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates REST views of solves. */
@Component
final class SolveViewFactory {
    private final SolveJobRepository jobs;
    private final RequestTexts requestTexts;

    SolveViewFactory(SolveJobRepository jobs, RequestTexts requestTexts) {
        this.jobs = jobs;
        this.requestTexts = requestTexts;
    }

    /** Returns the view in the language of the request. */
    SolveView view(SolveJob job) {
        return view(job, requestTexts.language());
    }

    SolveView view(SolveJob job, Locale language) {
        return views(List.of(job), language).getFirst();
    }

    /** Returns views in the language of the request. */
    List<SolveView> views(List<SolveJob> some) {
        return views(some, requestTexts.language());
    }

    private List<SolveView> views(List<SolveJob> some, Locale language) {
        Texts texts = requestTexts.texts(language);
        Map<SolveId, Integer> places = jobs.queuePositions(some);
        return some.stream().map(job -> view(job, places.get(job.id()), texts)).toList();
    }

    /** @param place position in the queue; {@code null} unless queued */
    private SolveView view(SolveJob job, @Nullable Integer place, Texts texts) {
        var violationCounts = job.score() == null ? null : ViolationCounts.of(job.rules());
        SolveJobLimits end = job.asked().end();
        var spent = job.spent();
        long millis = spent.elapsed().toMillis();
        return new SolveView(
                job.id(),
                job.plan(),
                job.state(),
                statusText(texts, job, place, violationCounts),
                place,
                job.base(),
                Objects.requireNonNull(job.asked().continueFrom()),
                job.asked().seed(),
                job.asked().searches(),
                job.asked().priority(),
                seconds(end.time()),
                end.steps(),
                seconds(end.unimproved()),
                job.author(),
                job.created(),
                job.started(),
                job.ended(),
                spent.elapsed().toSeconds(),
                spent.steps(),
                spent.moves(),
                millis == 0 ? 0 : spent.moves() * 1000 / millis,
                job.score(),
                violationCounts,
                RuleCost.of(job.rules(), texts),
                job.revision(),
                requestTexts.describeFindings(job.findings(), texts));
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static String statusText(
            Texts texts, SolveJob job, @Nullable Integer place, @Nullable ViolationCounts violationCounts) {
        var words = new ArrayList<String>();
        words.add(
                place == null
                        ? texts.text("solve.state-" + job.state())
                        : texts.text("solve.place", texts.text("solve.state-" + job.state()), place));
        if (violationCounts != null) {
            words.addAll(violationCounts.describe(texts));
        }
        if (job.state() == SolveState.DONE && job.best() != null && job.revision() == null) {
            words.add(texts.text("solve.waits"));
        }
        return String.join(" · ", words);
    }
}
