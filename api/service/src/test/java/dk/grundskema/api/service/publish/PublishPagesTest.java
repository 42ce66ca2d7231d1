package dk.grundskema.api.service.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.subscribe.YearLinkRepository;
import dk.grundskema.api.service.testing.MeetingVariants;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.timetable.Meeting;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages on which a plan is published and its links are handed out. */
final class PublishPagesTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final String place = SolvedPlans.createSolvedPlan(
            ServiceClient.administrator(server),
            server,
            school.path(),
            TestServices.exampleProblem("camp-3-weeks"),
            300);
    private final String plan = "/plans/" + TestPlans.planIdOf(place).value();

    private PageClient as(Role role) {
        return PageClient.signedInAs(school.addPerson(role));
    }

    private String version() {
        return String.valueOf(
                server.bean(PlanStore.class).get(TestPlans.planIdOf(place)).version());
    }

    private void published() {
        PublishedCampFixture.of(server, place).publish();
    }

    private FeedLink link(LinkKind kind) {
        return server.bean(LinkRepository.class).find(TestPlans.planIdOf(place)).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void publicationIsConfirmedAndLeadsToTheLinks() {
        PageClient planner = as(Role.PLANNER);
        assertThat(planner.get(plan + "/publish").body())
                .contains("Der er ikke udgivet noget endnu", "Lone Abildgaard", "name=\"version\"")
                .doesNotContain("name=\"held\"");
        HttpResponse<String> sent = planner.submit(
                plan + "/publish", Map.of("openSeats", "yes", "version", version(), "note", "Turen er om onsdagen."));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(PageClient.redirectTarget(sent)).isEqualTo(plan + "/publish?done=1");
        String done = planner.get(PageClient.redirectTarget(sent)).body();
        assertThat(done)
                .contains("Del nu linkene ud", "href=\"" + plan + "/links\"", "Turen er om onsdagen.")
                .doesNotContain("<textarea");
        assertThat(server.bean(PlanStore.class).get(TestPlans.planIdOf(place)).inUse())
                .as("people work by what is published")
                .isTrue();
        assertThat(planner.get("/").body()).contains(">I brug<");
        assertThat(planner.get(plan).body())
                .doesNotContain("<li class=\"now\">", "<li class=\"later\">", "Der er ændringer");
        PublishedCampFixture.of(server, place).change(all -> all.subList(1, all.size()));
        assertThat(planner.get(plan).body()).contains("<li class=\"now\">", "Der er ændringer, som ikke er udgivet");
        assertThat(planner.get(plan + "/links").body()).contains("Lone Abildgaard", "/c/", "Hold 1", "Årshjul");
    }

    @Test
    void heldBackPersonIsCountedOnThePublishPage() {
        published();
        PublishedCampFixture camp = PublishedCampFixture.of(server, place);
        var person = camp.busiest();
        camp.change(all -> all.subList(0, all.size() - 40));
        PageClient planner = as(Role.PLANNER);
        assertThat(planner.get(plan + "/publish").body()).contains("name=\"held\"", "value=\"" + person.value() + "\"");
        planner.submit(plan + "/publish", Map.of("openSeats", "yes", "version", version(), "held", person.value()));
        assertThat(planner.get(plan + "/publish").body())
                .contains("Én blev holdt tilbage", "value=\"" + person.value() + "\"");
    }

    @Test
    void aNoteThatIsTooLongIsSaidBesideItAndStays() {
        PageClient planner = as(Role.PLANNER);
        planner.get(plan + "/publish");
        String note = "meget lang ".repeat(200);
        HttpResponse<String> page =
                planner.submit(plan + "/publish", Map.of("openSeats", "yes", "version", version(), "note", note));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains(note.strip(), "aria-invalid=\"true\"", "id=\"note-trouble\"");
        assertThat(planner.get(plan + "/publish").body()).contains("Der er ikke udgivet noget endnu");
    }

    @Test
    void concurrentChangeIsReportedAndTheTypedNoteStays() {
        PageClient planner = as(Role.PLANNER);
        planner.get(plan + "/publish");
        String seen = version();
        PublishedCampFixture.of(server, place).change(all -> all.subList(1, all.size()));
        HttpResponse<String> page =
                planner.submit(plan + "/publish", Map.of("openSeats", "yes", "version", seen, "note", "Min besked"));
        assertThat(page.statusCode()).isEqualTo(412);
        assertThat(page.body()).contains("i mellemtiden", "Min besked", "name=\"version\" value=\"" + version() + "\"");
    }

    @Test
    void unchangedPlanCannotBePublishedAgain() {
        published();
        PageClient planner = as(Role.PLANNER);
        assertThat(planner.get(plan + "/publish").body())
                .contains("Alt er udgivet")
                .doesNotContain("<textarea");
        assertThat(planner.submit(plan + "/publish", Map.of("openSeats", "yes", "version", version()))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void publishedPageSaysWhoHasToKnowNowAndWhatToTellThem() {
        PublishedCampFixture camp = PublishedCampFixture.of(server, place);
        camp.client
                .withHeader("If-Match", camp.client.get(place).tag())
                .put(place + "/horizon", Map.of("firstWeek", "2026-W37", "weeks", 4));
        SolvedPlans.giveTimetable(server, place, 20, 1);
        Meeting moved = camp.meetingsOf(camp.busiest()).getFirst();
        LocalDate tomorrow =
                LocalDate.ofInstant(TestClock.now(), ZoneOffset.UTC).plusDays(1);
        published();
        PageClient planner = as(Role.PLANNER);
        assertThat(planner.get(plan + "/publish").body()).doesNotContain("Hvem skal vide det nu");
        camp.change(all -> MeetingVariants.with(all, MeetingVariants.onDates(moved, tomorrow)));
        published();
        assertThat(planner.get(plan + "/publish").body())
                .contains("Hvem skal vide det nu", "Udgivelse nr. 2 ændrer noget for", "Har ikke trykket “Set”")
                .contains(">Hej ", "Din plan er ændret:\n")
                .doesNotContain("Ingen skal gøre noget");
    }

    @Test
    void publishPageWarnsAndAdvisesWhenThePublishedPlanIsNotInUse() {
        PageClient coordinator = as(Role.COORDINATOR);
        coordinator.get(plan + "/publish");
        HttpResponse<String> sent =
                coordinator.submit(plan + "/publish", Map.of("openSeats", "yes", "version", version()));
        assertThat(coordinator.get(PageClient.redirectTarget(sent)).body())
                .contains("role=\"alert\"", "udgivet, men ikke i brug", "Bed en, der må planlægge")
                .doesNotContain("/use\"");
        PageClient planner = as(Role.PLANNER);
        String use = plan + "/scenarios/" + TestPlans.planIdOf(place) + "/use";
        assertThat(planner.get(plan + "/publish").body())
                .contains("udgivet, men ikke i brug", "action=\"" + use + "\"", "Arbejd efter planen");
        assertThat(planner.submit(use, Map.of("openSeats", "yes", "version", version()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(planner.get(plan + "/publish").body())
                .contains("Alt er udgivet")
                .doesNotContain("ikke i brug");
    }

    @Test
    void anOlderRevisionIsPublishedAsWhatItIs() {
        String older = server.bean(PlanStore.class)
                .get(TestPlans.planIdOf(place))
                .head()
                .value();
        PublishedCampFixture.of(server, place).change(all -> all.subList(1, all.size()));
        published();
        PageClient planner = as(Role.PLANNER);
        assertThat(planner.get(plan + "/publish?revision=" + older).body())
                .contains("revision 2", "name=\"revision\" value=\"" + older + "\"");
        HttpResponse<String> sent =
                planner.submit(plan + "/publish", Map.of("openSeats", "yes", "version", version(), "revision", older));
        assertThat(PageClient.redirectTarget(sent)).isEqualTo(plan + "/publish?done=2");
    }

    @Test
    void readerSeesThePublishPageWithoutFormAndLinks() {
        published();
        PageClient reader = as(Role.READER);
        assertThat(reader.get(plan + "/publish").body())
                .contains("Udgivet før")
                .doesNotContain("<textarea")
                .doesNotContain("/links");
        assertThat(reader.get(plan + "/links").statusCode()).isEqualTo(403);
        assertThat(reader.submit(plan + "/publish", Map.of("openSeats", "yes", "version", version()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aNewLinkTakesThePlaceOfTheOldOneAndAClosedOneIsGoneUntilThen() {
        published();
        FeedLink before = link(LinkKind.STAFF);
        PageClient planner = as(Role.PLANNER);
        planner.get(plan + "/links");
        String path = plan + "/links/" + before.id();
        HttpResponse<String> renewed = planner.submit(path + "/renew", Map.of(), "HX-Request", "true");
        assertThat(renewed.body())
                .startsWith("<li")
                .contains("Her er det nye link", "/c/")
                .doesNotContain(before.token());
        assertThat(PageClient.redirectTarget(planner.submit(path + "/revoke", Map.of())))
                .isEqualTo(plan + "/links");
        assertThat(planner.get(plan + "/links").body()).contains("Lukket ");
        assertThat(link(LinkKind.STAFF).revoked()).isNotNull();
        assertThat(planner.submit(path + "/language", Map.of("language", "EN"), "HX-Request", "true")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theYearGetsALinkOfItsOwn() {
        published();
        PageClient planner = as(Role.PLANNER);
        planner.get(plan + "/links");
        planner.submit(plan + "/year-links", Map.of());
        var made = server.bean(YearLinkRepository.class)
                .findByOrganisation(server.bean(PlanStore.class)
                        .get(TestPlans.planIdOf(place))
                        .organisation());
        assertThat(made).hasSize(1);
        String path = plan + "/year-links/" + made.getFirst().id();
        assertThat(planner.submit(path + "/renew", Map.of(), "HX-Request", "true")
                        .body())
                .contains("/year-links/");
        planner.submit(path + "/revoke", Map.of());
        assertThat(planner.get(plan + "/links").body()).contains("Lukket ");
    }

    @Test
    void withoutATimetableThereIsNothingToPublish() {
        String without = TestPlans.createCampPlan(ServiceClient.administrator(server), school.path());
        String path = "/plans/" + TestPlans.planIdOf(without).value();
        assertThat(PageClient.redirectTarget(as(Role.PLANNER).get(path + "/publish")))
                .isEqualTo(path);
    }
}
