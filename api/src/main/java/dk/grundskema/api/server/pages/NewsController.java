package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.identity.Unasked;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.RevisionWords;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.web.app.Frame;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What others do to a plan while somebody looks at it. */
@RestController
@Hidden // no part of what programs are offered
final class NewsController {
    private static final int MOST_SAID = 3;

    private final Plans plans;
    private final RevisionWords words;
    private final Doers doers;
    private final Spoken<Frame> frames;

    NewsController(Plans plans, RevisionWords words, Doers doers, Front front) {
        this.plans = plans;
        this.words = words;
        this.doers = doers;
        this.frames = front.speaking(Function.identity());
    }

    /**
     * Nothing, as long as the plan has the version; else what was done since, to stand above the page.
     *
     * @param version the version that the page shows
     */
    @GetMapping("/plans/{plan}/news")
    @Needs(Permission.READ)
    @Unasked
    ResponseEntity<byte[]> showNews(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            Caller caller,
            HttpServletRequest request) {
        try {
            plans.at(plan, version);
            return ResponseEntity.noContent().build();
        } catch (Refusal stale) {
            if (stale.status() != HttpStatus.PRECONDITION_FAILED) {
                throw stale;
            }
            List<Refusal.Meanwhile> since = stale.meanwhile();
            boolean isOwn = !since.isEmpty()
                    && since.stream()
                            .allMatch(
                                    one -> one.author().equals(caller.account().value()));
            List<String> said = since.stream()
                    .limit(MOST_SAID)
                    .map(one -> doers.sentence(one.authorName(), words.of(one)))
                    .toList();
            long now = plans.get(plan).version();
            return frames.page(request, (frame, visitor) -> frame.news(now, said, isOwn));
        }
    }
}
