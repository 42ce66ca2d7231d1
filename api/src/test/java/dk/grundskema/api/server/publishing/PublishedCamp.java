package dk.grundskema.api.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Change;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Kept;
import dk.grundskema.api.server.plans.Naming;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.publishing.PublicationViews.PreviewView;
import dk.grundskema.api.server.start.Server;
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

/** A camp whose publications have a clock of their own, and whose feeds nobody works out before they are asked for. */
public final class PublishedCamp {
    public static final Instant FIRST = Instant.parse("2026-08-01T10:00:00Z");

    private static final AccountId TESTS = new AccountId("tests");

    public final Server server;
    public final Client client;
    public final String place;
    public final PlanId id;
    public final AtomicReference<Instant> now = new AtomicReference<>(FIRST);
    private final Drafts drafts;
    private final Publications publications;
    private final Preview preview;
    private final Feeds feeds;

    private PublishedCamp(Server server, String place, HearsOfPublications... others) {
        this.server = server;
        this.client = Services.administrator(server);
        this.place = place;
        this.id = NewPlan.id(place);
        this.feeds = feeds();
        this.drafts = new Drafts(
                server.part(PublicationRows.class),
                server.part(PublishedCalendars.class),
                server.part(Plans.class),
                server.part(Documents.class),
                server.part(FreshIds.class),
                now::get);
        this.preview = new Preview(drafts, server.part(News.class), server.part(Speaking.class));
        this.publications = publications(server.part(TransactionTemplate.class), others);
    }

    /** Publishing by the camp's clock, in transactions of one's own. */
    Publications publications(TransactionTemplate transaction, HearsOfPublications... others) {
        var idle = new Folding(links(), feeds, rows()) {
            @Override
            void begin(PlanId plan) {}
        };
        return new Publications(
                server.part(PublicationRows.class),
                drafts,
                server.part(News.class),
                links(),
                server.part(Plans.class),
                idle,
                feeds,
                List.of(others),
                transaction);
    }

    static PublishedCamp on(Database database) {
        return in(Services.on(database), "/api/v1/organisations/home");
    }

    /** A camp of an organisation's own. */
    static PublishedCamp in(Server server, String organisation) {
        return of(
                server,
                Planned.plan(
                        Services.administrator(server), server, organisation, Services.example("camp-3-weeks"), 20));
    }

    /** A camp that is at a place, with those who hear of its publications. */
    public static PublishedCamp of(Server server, String place, HearsOfPublications... others) {
        return new PublishedCamp(server, place, others);
    }

    /** How links begin where no request is answered. */
    public static LinkAddresses addresses(String publicUrl) {
        return new LinkAddresses(publicUrl, "");
    }

    /** Publishes with a note, and with or without telling people. */
    public Publication publish(String note, boolean sendNotices, StaffId... heldBack) {
        return publish(new NewPublication(null, note, List.of(heldBack), sendNotices));
    }

    Links links() {
        return server.part(Links.class);
    }

    /** What is kept of feeds, by the camp's clock. */
    FeedRows rows() {
        return new FeedRows(server.part(JdbcClient.class), now::get);
    }

    /** Feeds by the camp's clock. */
    Feeds feeds() {
        return feeds(server.part(JdbcClient.class), server.part(PublishedCalendars.class));
    }

    /** Feeds of a database that is heard. */
    Feeds feeds(JdbcClient database, PublishedCalendars calendars) {
        return new Feeds(
                database, new FeedRows(database, now::get), new PublicationRows(database), calendars, now::get);
    }

    /** What calendars of publications say, of which this one remembers nothing yet. */
    PublishedCalendars calendars(JdbcClient database) {
        return new PublishedCalendars(
                server.part(Documents.class),
                server.part(Naming.class),
                server.part(PluginHouse.class),
                server.part(Speaking.class),
                new PublicationRows(database));
    }

    /** Takes from a link what was worked out of it, so that all of it will be. */
    void forgets(Link link) {
        server.part(JdbcClient.class)
                .sql("UPDATE feed_state SET publication = 0, content = NULL, step = step + 1 WHERE link = :link")
                .param("link", link.id().value())
                .update();
    }

    public void later(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }

    public Publication publish(StaffId... heldBack) {
        return publish(new NewPublication(null, "", List.of(heldBack), true));
    }

    Publication publish(NewPublication wish) {
        return publications.publish(id, plan().version(), wish, TESTS);
    }

    /** What would be new by the camp's own clock, as somebody reads it who speaks a language. */
    PreviewView preview(Language language) {
        LocaleContextHolder.setLocale(language.locale());
        try {
            return preview.of(plan(), NewPublication.of(null), TESTS);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    Publications publications() {
        return publications;
    }

    public Plan plan() {
        return server.part(Plans.class).get(id);
    }

    public Timetable timetable() {
        Revision head = server.part(Plans.class).revision(plan().head());
        return server.part(Documents.class)
                .timetable(Objects.requireNonNull(head.timetable()))
                .value();
    }

    /** Gives the plan other meetings. */
    public void change(UnaryOperator<List<Meeting>> meetings) {
        var documents = server.part(Documents.class);
        Plan plan = plan();
        Kept.OfProblem problem =
                documents.problem(server.part(Plans.class).revision(plan.head()).problem());
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
        server.part(Plans.class)
                .change(
                        id,
                        plan.version(),
                        new Change("revision.created", List.of(), problem, documents.keep(next)),
                        TESTS);
    }

    /** Somebody comes to the staff. */
    StaffId comes(String person, String name) {
        return comes(person, Map.of("name", name));
    }

    /** Somebody comes to the staff who can be written to. */
    public StaffId comes(String person, String name, String email) {
        return comes(person, Map.of("name", name, "email", email));
    }

    private StaffId comes(String person, Map<String, String> says) {
        client.with("If-Match", client.get(place).tag()).put(place + "/staff/" + person, says);
        return new StaffId(person);
    }

    /** Somebody leaves the staff, who has nothing to do any more. */
    void leaves(StaffId person) {
        Client.Answer answer = client.with("If-Match", client.get(place).tag()).delete(place + "/staff/" + person);
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    public Link link(CalendarOwner owner) {
        return links().of(id).stream()
                .filter(one -> one.kind() != LinkKind.BUSY && one.owner().equals(owner))
                .findFirst()
                .orElseThrow();
    }

    FeedNow now(CalendarOwner owner) {
        return feeds.now(link(owner));
    }

    Map<String, FeedEvent> events(CalendarOwner owner) {
        return now(owner).state().events().stream()
                .collect(Collectors.toMap(one -> one.event().uid(), one -> one));
    }

    /** All that is held for the first intervention. */
    CalendarOwner all() {
        return CalendarOwner.of(timetable().meetings().getFirst().interventionId());
    }

    /** Meetings in which somebody has something to do, no two of them alike, in which the same person is. */
    public List<Meeting> ofOne(StaffId person) {
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
                .max(Comparator.comparingInt((StaffId one) -> ofOne(one).size()).thenComparing(StaffId::value))
                .orElseThrow();
    }
}
