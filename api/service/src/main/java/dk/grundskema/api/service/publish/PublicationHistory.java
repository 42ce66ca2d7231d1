package dk.grundskema.api.service.publish;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a plan's publications with the names of their authors. */
@Component
public class PublicationHistory {
    private final PublicationRepository publications;
    private final PlanStore plans;
    private final AccountRepository accounts;

    PublicationHistory(PublicationRepository publications, PlanStore plans, AccountRepository accounts) {
        this.publications = publications;
        this.plans = plans;
        this.accounts = accounts;
    }

    /**
     * A publication with the name of its author.
     *
     * @param publication the publication
     * @param author      display name of the author; {@code null} if the account is deleted
     */
    public record AuthoredPublication(
            Publication publication, @Nullable String author) {}

    /** Returns the latest publications of a plan and its scenarios, latest first. */
    public ResultPage<AuthoredPublication> latest(PlanId plan) {
        return before(plan, Integer.MAX_VALUE);
    }

    /** Returns the publications of a plan's own revisions, latest first. */
    public List<AuthoredPublication> ofRevisions(PlanId plan) {
        return withAuthors(publications.findOfRevisions(plan));
    }

    /**
     * Returns publications with lower numbers, latest first.
     *
     * @param number exclusive upper limit
     */
    ResultPage<AuthoredPublication> before(PlanId plan, int number) {
        return ResultPage.of(
                withAuthors(publications.findBefore(plans.get(plan).id(), number, ResultPage.QUERY_LIMIT)));
    }

    /**
     * Returns a publication by its number.
     *
     * @throws RefusalException 404 if there is no publication with that number
     */
    AuthoredPublication get(PlanId plan, int number) {
        return withAuthor(
                publications.findOfFamily(plans.get(plan).id(), number).orElseThrow(RefusalException::notFound));
    }

    /**
     * The plan that the links of a family show.
     *
     * @param id        id of the plan
     * @param title     title of the plan; empty if it is in the trash, so that links answer nobody
     * @param published when it was published last
     * @param isBehind  whether another plan of the family is in use, which links do not show yet
     */
    public record ShownPlan(PlanId id, String title, LocalDateTime published, boolean isBehind) {
        /** Returns the key of the text on pages of the other plan; its arguments are the title and the moment. */
        public String code() {
            if (title.isEmpty()) {
                return "publish.shown.deleted";
            }
            return isBehind ? "publish.shown" : "publish.shown.moves";
        }
    }

    /** Returns the plan that links show instead of a plan of the same family; empty if they show this one, or nothing was published. */
    public Optional<ShownPlan> findOtherShownPlan(Plan plan) {
        return publications
                .findShown(plan.id())
                .filter(last -> !last.plan().equals(plan.id()))
                .map(last -> new ShownPlan(
                        last.plan(),
                        plans.findAll(Set.of(last.plan())).stream()
                                .findFirst()
                                .map(Plan::title)
                                .orElse(""),
                        PageRenderer.toLocalDateTime(last.published()),
                        plan.inUse()));
    }

    /** Adds the name of the author. */
    AuthoredPublication withAuthor(Publication one) {
        return withAuthors(List.of(one)).getFirst();
    }

    private List<AuthoredPublication> withAuthors(List<Publication> some) {
        Map<AccountId, String> names =
                accounts.names(some.stream().map(Publication::author).collect(Collectors.toSet()));
        return some.stream()
                .map(one -> new AuthoredPublication(one, names.get(one.author())))
                .toList();
    }
}
