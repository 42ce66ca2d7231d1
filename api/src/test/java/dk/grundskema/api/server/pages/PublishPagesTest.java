package dk.grundskema.api.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Planned;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.Role;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.publishing.Link;
import dk.grundskema.api.server.publishing.LinkKind;
import dk.grundskema.api.server.publishing.Links;
import dk.grundskema.api.server.publishing.PublishedCamp;
import dk.grundskema.api.server.publishing.YearLinks;
import dk.grundskema.api.server.start.Server;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages on which a plan is published and its links are handed out. */
final class PublishPagesTest {
    private final Server server = Services.on(Database.H2);
    private final School school = School.in(server);
    private final String place =
            Planned.plan(Services.administrator(server), server, school.path(), Services.example("camp-3-weeks"), 300);
    private final String plan = "/plans/" + NewPlan.id(place).value();

    private Surfer as(Role role) {
        return Surfer.as(school.person(role));
    }

    private String version() {
        return String.valueOf(server.part(Plans.class).get(NewPlan.id(place)).version());
    }

    private void published() {
        PublishedCamp.of(server, place).publish();
    }

    private Link link(LinkKind kind) {
        return server.part(Links.class).of(NewPlan.id(place)).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsPublishedIsSaidAndLeadsToTheLinksOfEverybody() {
        Surfer planner = as(Role.PLANNER);
        assertThat(planner.get(plan + "/publish").body())
                .contains("Der er ikke udgivet noget endnu", "Lone Abildgaard", "name=\"version\"")
                .doesNotContain("name=\"held\"");
        HttpResponse<String> sent =
                planner.type(plan + "/publish", Map.of("version", version(), "note", "Turen er om onsdagen."));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(Surfer.to(sent)).isEqualTo(plan + "/publish?done=1");
        String done = planner.get(Surfer.to(sent)).body();
        assertThat(done)
                .contains("Del nu linkene ud", "href=\"" + plan + "/links\"", "Turen er om onsdagen.")
                .doesNotContain("<textarea");
        assertThat(server.part(Plans.class).get(NewPlan.id(place)).inUse())
                .as("people work by what is published")
                .isTrue();
        assertThat(planner.get("/").body()).contains(">I brug<");
        assertThat(planner.get(plan).body())
                .doesNotContain("<li class=\"now\">", "<li class=\"later\">", "Der er ændringer");
        PublishedCamp.of(server, place).change(all -> all.subList(1, all.size()));
        assertThat(planner.get(plan).body()).contains("<li class=\"now\">", "Der er ændringer, som ikke er udgivet");
        assertThat(planner.get(plan + "/links").body()).contains("Lone Abildgaard", "/c/", "Hold 1", "Årshjul");
    }

    @Test
    void whoeverIsHeldBackKeepsTheCalendarAndIsCounted() {
        published();
        PublishedCamp camp = PublishedCamp.of(server, place);
        var person = camp.busiest();
        camp.change(all -> all.subList(0, all.size() - 40));
        Surfer planner = as(Role.PLANNER);
        assertThat(planner.get(plan + "/publish").body()).contains("name=\"held\"", "value=\"" + person.value() + "\"");
        planner.type(plan + "/publish", Map.of("version", version(), "held", person.value()));
        assertThat(planner.get(plan + "/publish").body())
                .contains("Én blev holdt tilbage", "value=\"" + person.value() + "\"");
    }

    @Test
    void aNoteThatIsTooLongIsSaidBesideItAndStays() {
        Surfer planner = as(Role.PLANNER);
        planner.get(plan + "/publish");
        String note = "meget lang ".repeat(200);
        HttpResponse<String> page = planner.type(plan + "/publish", Map.of("version", version(), "note", note));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains(note.strip(), "aria-invalid=\"true\"", "id=\"note-trouble\"");
        assertThat(planner.get(plan + "/publish").body()).contains("Der er ikke udgivet noget endnu");
    }

    @Test
    void whatAnotherDidMeanwhileIsSaidAndWhatWasTypedStays() {
        Surfer planner = as(Role.PLANNER);
        planner.get(plan + "/publish");
        String seen = version();
        PublishedCamp.of(server, place).change(all -> all.subList(1, all.size()));
        HttpResponse<String> page = planner.type(plan + "/publish", Map.of("version", seen, "note", "Min besked"));
        assertThat(page.statusCode()).isEqualTo(412);
        assertThat(page.body()).contains("i mellemtiden", "Min besked", "name=\"version\" value=\"" + version() + "\"");
    }

    @Test
    void whatIsPublishedAlreadyCanNotBeOnceMore() {
        published();
        Surfer planner = as(Role.PLANNER);
        assertThat(planner.get(plan + "/publish").body())
                .contains("Alt er udgivet")
                .doesNotContain("<textarea");
        assertThat(planner.type(plan + "/publish", Map.of("version", version())).statusCode())
                .isEqualTo(409);
    }

    @Test
    void whereNobodyWorksByWhatIsPublishedThePageSaysSoAndWhatToDo() {
        Surfer coordinator = as(Role.COORDINATOR);
        coordinator.get(plan + "/publish");
        HttpResponse<String> sent = coordinator.type(plan + "/publish", Map.of("version", version()));
        assertThat(coordinator.get(Surfer.to(sent)).body())
                .contains("role=\"alert\"", "udgivet, men ikke i brug", "Bed en, der må planlægge")
                .doesNotContain("/use\"");
        Surfer planner = as(Role.PLANNER);
        String use = plan + "/scenarios/" + NewPlan.id(place) + "/use";
        assertThat(planner.get(plan + "/publish").body())
                .contains("udgivet, men ikke i brug", "action=\"" + use + "\"", "Arbejd efter planen");
        assertThat(planner.type(use, Map.of("version", version())).statusCode()).isEqualTo(303);
        assertThat(planner.get(plan + "/publish").body())
                .contains("Alt er udgivet")
                .doesNotContain("ikke i brug");
    }

    @Test
    void anOlderRevisionIsPublishedAsWhatItIs() {
        String older = server.part(Plans.class).get(NewPlan.id(place)).head().value();
        PublishedCamp.of(server, place).change(all -> all.subList(1, all.size()));
        published();
        Surfer planner = as(Role.PLANNER);
        assertThat(planner.get(plan + "/publish?revision=" + older).body())
                .contains("revision 2", "name=\"revision\" value=\"" + older + "\"");
        HttpResponse<String> sent = planner.type(plan + "/publish", Map.of("version", version(), "revision", older));
        assertThat(Surfer.to(sent)).isEqualTo(plan + "/publish?done=2");
    }

    @Test
    void whoMayOnlyLookSeesWhatWouldBeNewAndNoLinks() {
        published();
        Surfer reader = as(Role.READER);
        assertThat(reader.get(plan + "/publish").body())
                .contains("Udgivet før")
                .doesNotContain("<textarea")
                .doesNotContain("/links");
        assertThat(reader.get(plan + "/links").statusCode()).isEqualTo(403);
        assertThat(reader.type(plan + "/publish", Map.of("version", version())).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aNewLinkTakesThePlaceOfTheOldOneAndAClosedOneIsGoneUntilThen() {
        published();
        Link before = link(LinkKind.STAFF);
        Surfer planner = as(Role.PLANNER);
        planner.get(plan + "/links");
        String path = plan + "/links/" + before.id();
        HttpResponse<String> renewed = planner.type(path + "/renew", Map.of(), "HX-Request", "true");
        assertThat(renewed.body())
                .startsWith("<li")
                .contains("Her er det nye link", "/c/")
                .doesNotContain(before.token());
        assertThat(Surfer.to(planner.type(path + "/revoke", Map.of()))).isEqualTo(plan + "/links");
        assertThat(planner.get(plan + "/links").body()).contains("Lukket ");
        assertThat(link(LinkKind.STAFF).revoked()).isNotNull();
        assertThat(planner.type(path + "/language", Map.of("language", "EN"), "HX-Request", "true")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theYearGetsALinkOfItsOwn() {
        published();
        Surfer planner = as(Role.PLANNER);
        planner.get(plan + "/links");
        planner.type(plan + "/year-links", Map.of());
        var made = server.part(YearLinks.class)
                .of(server.part(Plans.class).get(NewPlan.id(place)).organisation());
        assertThat(made).hasSize(1);
        String path = plan + "/year-links/" + made.getFirst().id();
        assertThat(planner.type(path + "/renew", Map.of(), "HX-Request", "true").body())
                .contains("/year-links/");
        planner.type(path + "/revoke", Map.of());
        assertThat(planner.get(plan + "/links").body()).contains("Lukket ");
    }

    @Test
    void withoutATimetableThereIsNothingToPublish() {
        String without = NewPlan.of(Services.administrator(server), school.path());
        String path = "/plans/" + NewPlan.id(without).value();
        assertThat(Surfer.to(as(Role.PLANNER).get(path + "/publish"))).isEqualTo(path);
    }
}
