package dk.grundskema.api.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.feed.FeedEvent;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.PublicAddress;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.StoredDocument;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.lifecycle.PlanLifecycle;
import dk.grundskema.api.service.publish.CalendarChangeFinder;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkAddresses;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.api.service.publish.NewPublication;
import dk.grundskema.api.service.publish.PlanPublisher;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.publish.PublicationDrafter;
import dk.grundskema.api.service.publish.PublicationListener;
import dk.grundskema.api.service.publish.PublicationPreview;
import dk.grundskema.api.service.publish.PublicationPreviewer;
import dk.grundskema.api.service.publish.PublicationRepository;
import dk.grundskema.api.service.publish.PublishedPlanCache;
import dk.grundskema.api.service.subscribe.FeedCalculator;
import dk.grundskema.api.service.subscribe.FeedLanguageChanger;
import dk.grundskema.api.service.subscribe.FeedRepository;
import dk.grundskema.api.service.subscribe.FeedSnapshot;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A camp whose publications have their own clock, and whose feeds are calculated on request only. */
public final class PublishedCampFixture {
    public static final Instant FIRST = Instant.parse("2026-08-01T10:00:00Z");

    private static final AccountId TESTS = new AccountId("tests");

    public final Server server;
    public final ServiceClient client;
    public final String place;
    public final PlanId id;
    public final AtomicReference<Instant> now = new AtomicReference<>(FIRST);
    private final PublicationDrafter drafts;
    private final PlanPublisher publications;
    private final PublicationPreviewer preview;
    private final FeedCalculator feeds;

    private PublishedCampFixture(Server server, String place, PublicationListener... others) {
        this.server = server;
        this.client = ServiceClient.administrator(server);
        this.place = place;
        this.id = TestPlans.planIdOf(place);
        this.feeds = feeds();
        this.drafts = new PublicationDrafter(
                server.bean(PublicationRepository.class),
                server.bean(PublishedPlanCache.class),
                server.bean(PlanStore.class),
                server.bean(DocumentStore.class),
                server.bean(IdGenerator.class),
                now::get);
        this.preview = new PublicationPreviewer(
                drafts, server.bean(CalendarChangeFinder.class), server.bean(RequestTexts.class));
        this.publications = publications(server.bean(TransactionTemplate.class), others);
    }

    /** Creates a publisher with the camp's clock and its own transactions. */
    public PlanPublisher publications(TransactionTemplate transaction, PublicationListener... others) {
        return new PlanPublisher(
                server.bean(PublicationRepository.class),
                drafts,
                server.bean(CalendarChangeFinder.class),
                links(),
                server.bean(PlanStore.class),
                server.bean(PlanLifecycle.class),
                server.bean(PlanStatusPresenter.class),
                List.of(others),
                transaction);
    }

    /** Changes languages by the camp's clock. */
    public FeedLanguageChanger languages() {
        return new FeedLanguageChanger(
                links(), server.bean(PlanStore.class), feeds, server.bean(TransactionTemplate.class));
    }

    public static PublishedCampFixture start(TestDatabase database) {
        return startIn(TestServices.on(database), "/api/v1/organisations/home");
    }

    /** A camp of an organisation's own. */
    public static PublishedCampFixture startIn(Server server, String organisation) {
        return of(
                server,
                SolvedPlans.createSolvedPlan(
                        ServiceClient.administrator(server),
                        server,
                        organisation,
                        TestServices.exampleProblem("camp-3-weeks"),
                        20));
    }

    /** A camp that is at a place, with those who hear of its publications. */
    public static PublishedCampFixture of(Server server, String place, PublicationListener... others) {
        return new PublishedCampFixture(server, place, others);
    }

    /** How links begin where no request is answered. */
    public static LinkAddresses addresses(String publicUrl) {
        return new LinkAddresses(new PublicAddress(ServiceSettings.of(Map.of(ServiceSettingKey.PUBLIC_URL, publicUrl))
                .server()));
    }

    /** Publishes with a note, and with or without telling people. */
    public Publication publish(String note, boolean sendNotices, StaffId... heldBack) {
        return publish(new NewPublication(null, note, List.of(heldBack), sendNotices, true));
    }

    public LinkRepository links() {
        return server.bean(LinkRepository.class);
    }

    /** Returns a feed repository with the camp's clock. */
    public FeedRepository rows() {
        return new FeedRepository(server.bean(JdbcClient.class), now::get);
    }

    /** Returns a feed calculator with the camp's clock. */
    public FeedCalculator feeds() {
        return feeds(server.bean(JdbcClient.class), server.bean(PublishedPlanCache.class));
    }

    /** Feeds of a database that is heard. */
    public FeedCalculator feeds(JdbcClient database, PublishedPlanCache publishedPlanCache) {
        return new FeedCalculator(
                database,
                new FeedRepository(database, now::get),
                new PublicationRepository(database),
                publishedPlanCache,
                now::get);
    }

    /** Returns the calendars of publications, with an empty cache. */
    public PublishedPlanCache calendars(JdbcClient database) {
        return new PublishedPlanCache(
                server.bean(DocumentStore.class),
                server.bean(NameResolverFactory.class),
                server.bean(PluginPlanningFacade.class),
                server.bean(RequestTexts.class),
                new PublicationRepository(database));
    }

    /** Deletes the stored state of a link, so that it is recalculated. */
    public void clearFeed(FeedLink link) {
        server.bean(JdbcClient.class)
                .sql("UPDATE feed_state SET publication = 0, content = NULL, step = step + 1 WHERE link = :link")
                .param("link", link.id().value())
                .update();
    }

    public void advanceClock(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }

    public Publication publish(StaffId... heldBack) {
        return publish(new NewPublication(null, "", List.of(heldBack), true, true));
    }

    public Publication publish(NewPublication wish) {
        return publications.publish(id, plan().version(), wish, TESTS);
    }

    /** What would be new by the camp's own clock, as somebody reads it who speaks a language. */
    public PublicationPreview preview(Language language) {
        LocaleContextHolder.setLocale(language.locale());
        try {
            return preview.preview(plan(), NewPublication.of(null), TESTS);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    public PlanPublisher publications() {
        return publications;
    }

    public Plan plan() {
        return server.bean(PlanStore.class).get(id);
    }

    public Timetable timetable() {
        Revision head = server.bean(PlanStore.class).revision(plan().head());
        return server.bean(DocumentStore.class)
                .timetable(Objects.requireNonNull(head.timetable()))
                .value();
    }

    /** Gives the plan other meetings. */
    public void change(UnaryOperator<List<Meeting>> meetings) {
        var documents = server.bean(DocumentStore.class);
        Plan plan = plan();
        StoredDocument.StoredProblem problem = documents.problem(
                server.bean(PlanStore.class).revision(plan.head()).problem());
        Timetable was = timetable();
        var next = new Timetable(
                was.version(),
                was.problem(),
                was.zone(),
                was.seed(),
                was.score(),
                was.rules(),
                was.groups(),
                meetings.apply(new ArrayList<>(was.meetings())),
                was.tasks());
        server.bean(PlanStore.class)
                .change(
                        id,
                        plan.version(),
                        new RevisionContent("revision.created", List.of(), problem, documents.store(next)),
                        TESTS);
    }

    /** Adds a staff member. */
    public StaffId addStaff(String person, String name) {
        return addStaff(person, Map.of("name", name));
    }

    /** Adds a staff member with a mail address. */
    public StaffId addStaff(String person, String name, String email) {
        return addStaff(person, Map.of("name", name, "email", email));
    }

    private StaffId addStaff(String person, Map<String, String> says) {
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/staff/" + person, says);
        return new StaffId(person);
    }

    /** Removes a staff member who has no duties any more. */
    public void removeStaff(StaffId person) {
        ServiceClient.Answer answer =
                client.withHeader("If-Match", client.get(place).tag()).delete(place + "/staff/" + person);
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    public FeedLink link(CalendarOwner owner) {
        return links().find(id).stream()
                .filter(one -> one.kind() != LinkKind.BUSY && one.owner().equals(owner))
                .findFirst()
                .orElseThrow();
    }

    public FeedSnapshot currentFeed(CalendarOwner owner) {
        return feeds.currentFeed(link(owner));
    }

    public Map<String, FeedEvent> events(CalendarOwner owner) {
        return currentFeed(owner).state().events().stream()
                .collect(Collectors.toMap(one -> one.event().uid(), one -> one));
    }

    /** Returns the first intervention as the owner of a calendar. */
    public CalendarOwner firstIntervention() {
        return CalendarOwner.of(timetable().meetings().getFirst().interventionId());
    }

    /** Returns distinguishable meetings of one person. */
    public List<Meeting> meetingsOf(StaffId person) {
        var some = new ArrayList<Meeting>();
        for (Meeting one : timetable().meetings()) {
            boolean isTheirs = one.seats().stream().anyMatch(seat -> person.equals(seat.staffId()));
            boolean isLikeAnother = some.stream()
                    .anyMatch(other -> other.title().equals(one.title())
                            && other.subject().equals(one.subject())
                            && other.groupIds().equals(one.groupIds()));
            if (isTheirs && !isLikeAnother) {
                some.add(one);
            }
        }
        return some;
    }

    /** Who has most different things to do. */
    public StaffId busiest() {
        return timetable().meetings().stream()
                .flatMap(one -> one.seats().stream())
                .map(seat -> seat.staffId())
                .filter(Objects::nonNull)
                .distinct()
                .max(Comparator.comparingInt((StaffId one) -> meetingsOf(one).size())
                        .thenComparing(StaffId::value))
                .orElseThrow();
    }
}
