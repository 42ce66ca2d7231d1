package dk.grundskema.api.service.input;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.PageClient;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.problem.PlanAddresses;
import dk.grundskema.api.service.testing.TableFields;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lists of a plan as tables. */
final class ListPageTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);
    private final String place = TestPlans.createCampPlan(client, school.path());
    private final String lists = "/plans/" + TestPlans.planIdOf(place).value() + "/lists/";
    private final PageClient planner = as(Role.PLANNER);

    private PageClient as(Role role) {
        return PageClient.signedInAs(school.addPerson(role));
    }

    private HttpResponse<String> save(String list, TableFields typing) {
        return planner.submit(lists + list, typing.toFormFields());
    }

    @Test
    void listSavedUntouchedStaysAsItIs() {
        String before = client.get(place + "/staff").body();
        HttpResponse<String> page = planner.get(lists + "staff");
        assertThat(page.body()).contains("Bente Kjær", "fredag efter 13.00", "18/9-2026", "Gem listen");
        HttpResponse<String> saved = save("staff", TableFields.of(page.body()));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(client.get(place + "/staff").body()).isEqualTo(before);
    }

    @Test
    void linksLeadToARow() {
        String row = PlanAddresses.row(1).substring(1);
        assertThat(planner.get(lists + "staff").body())
                .containsPattern("<tr id=\"" + row + "\">(?:(?!<tr)[\\s\\S])*value=\"Rasmus Thorup\"");
    }

    @Test
    void severalRowsAreOneChangeThatIsTakenBackAsOne() {
        TableFields typing = TableFields.of(planner.get(lists + "staff").body())
                .with(0, "c1", "dansk, engelsk")
                .with(0, "c2", "32,5")
                .with(1, "c3", "onsdag, hver dag før 08.00, tor. 17/9")
                .withRow("", "Nikolaj Prøve", "musik", "20", "", "");
        HttpResponse<String> saved = save("staff", typing);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        ServiceClient.Answer staff = client.get(place + "/staff");
        assertThat(staff.at("/items/0/skills/1")).isEqualTo("engelsk");
        assertThat(staff.at("/items/0/contractHours")).isEqualTo(32.5);
        assertThat(staff.at("/items/0/wishes/0/kind")).isEqualTo("FREE");
        assertThat(staff.at("/items/1/availability/except/1/end")).isEqualTo("08:00");
        assertThat(staff.at("/items/1/availability/except/2/from")).isEqualTo("2026-09-17");
        assertThat(staff.at("/items/9/name")).isEqualTo("Nikolaj Prøve");

        HttpResponse<String> page = planner.get(PageClient.redirectTarget(saved));
        assertThat(page.body()).contains("Listen er gemt", "Fortryd");
        HttpResponse<String> undone = planner.submit(
                lists + "staff/undo",
                Map.of("version", TableFields.of(page.body()).version()));
        assertThat(planner.get(PageClient.redirectTarget(undone)).body())
                .contains("Ændringen er fortrudt")
                .doesNotContain("Nikolaj Prøve", "engelsk");
    }

    @Test
    void subjectsWithASlashBetweenBlanksAreSeveralUnlessThePlanHasOneOfThatName() {
        ServiceClient.Answer tag = client.get(place);
        client.withHeader("If-Match", tag.tag())
                .put(place + "/staff/ny", Map.of("name", "Nanna Ny", "skills", List.of("Dans / Drama")));
        TableFields typing = TableFields.of(planner.get(lists + "staff").body())
                .with(0, "c1", "Dansk / Kreativt")
                .with(1, "c1", "dans / drama");
        HttpResponse<String> saved = save("staff", typing);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        ServiceClient.Answer staff = client.get(place + "/staff");
        assertThat(staff.at("/items/0/skills")).isEqualTo(List.of("Dansk", "Kreativt"));
        assertThat(staff.at("/items/1/skills")).isEqualTo(List.of("dans / drama"));
        assertThat(client.get(place + "/staff/ny").at("/skills"))
                .as("not touched")
                .isEqualTo(List.of("Dans / Drama"));
    }

    @Test
    void undoOfASavedListIsRefusedAfterAnotherChange() {
        HttpResponse<String> saved = save(
                "rooms", TableFields.of(planner.get(lists + "rooms").body()).with(0, "c2", "15"));
        String mine = planner.get(PageClient.redirectTarget(saved)).body();
        assertThat(mine).contains("Listen er gemt", "/rooms/undo");
        client.withHeader("If-Match", client.get(place).tag())
                .put(place + "/staff/bente", Map.of("name", "Vibeke Vind"));
        assertThat(planner.get(PageClient.redirectTarget(saved)).body())
                .as("reloaded, as the news above the page offers")
                .doesNotContain("/rooms/undo");
        HttpResponse<String> late = planner.submit(
                lists + "rooms/undo", Map.of("version", TableFields.of(mine).version()));
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("role=\"alert\"", "har i mellemtiden ændret planen", "id=\"cells\"");
        assertThat(client.get(place + "/staff/bente").at("/name")).isEqualTo("Vibeke Vind");
        assertThat(client.get(place + "/rooms").at("/items/0/capacity")).isEqualTo(15);
    }

    @Test
    void everythingWrongIsSaidBesideItsCellAndWhatWasTypedStays() {
        TableFields typing = TableFields.of(planner.get(lists + "staff").body())
                .with(0, "c2", "fuld tid")
                .with(1, "c3", "engang")
                .with(2, "c3", "tor. 18/9")
                .withRow("", "", "musik", "", "", "");
        HttpResponse<String> wrong = save("staff", typing);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("value=\"fuld tid\"", "id=\"r0c2-why\"", "value=\"engang\"", "id=\"r1c3-why\"")
                .contains("datoen er fredag 18. september");
        HttpResponse<String> domain = save(
                "staff", TableFields.of(planner.get(lists + "staff").body()).with(2, "c2", "90"));
        assertThat(domain.statusCode()).isEqualTo(422);
        assertThat(domain.body()).contains("value=\"90\"", "id=\"r2c2-why\"");
    }

    @Test
    void aListOfAWholeSchoolIsReadWhole() {
        TableFields typing = TableFields.of(planner.get(lists + "students").body());
        for (int i = 0; i < 1_200; i++) {
            typing.withRow("", "Elev Prøve " + i, "Skovvangskolen", "", "", "");
        }
        HttpResponse<String> full = save("students", typing);
        assertThat(full.statusCode()).isEqualTo(422); // the camp hasn't room for them
        assertThat(full.body()).contains("1.224 elever kan ikke være på 3 hold", "value=\"Elev Prøve 1199\"");
    }

    @Test
    void aRowThatOthersNeedIsNotTakenAway() {
        HttpResponse<String> page = planner.get(lists + "students");
        assertThat(page.body()).contains("Freja Lindqvist Holm", "Skovvangskolen");
        HttpResponse<String> refused =
                save("students", TableFields.of(page.body()).without(2));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(client.get(place + "/students").at("/items/2/id")).isEqualTo("e03");
    }

    @Test
    void namesOfOtherListsAreChosenAndMisspelledOnesSaid() {
        TableFields typing = TableFields.of(planner.get(lists + "students").body())
                .with(0, "c1", "Åparkens Skole")
                .with(0, "c4", "Noah Bæk");
        assertThat(save("students", typing).statusCode()).isEqualTo(303);
        ServiceClient.Answer students = client.get(place + "/students");
        assertThat(students.at("/items/0/school")).isEqualTo("aaparken");
        assertThat(students.at("/items/0/neverWith/0")).isEqualTo("e02");
        HttpResponse<String> wrong = save(
                "students",
                TableFields.of(planner.get(lists + "students").body()).with(0, "c1", "Åparken"));
        assertThat(wrong.body()).contains("id=\"r0c1-why\"", "value=\"Åparken\"");
    }

    @Test
    void kindsOfRoomsAreOfferedAndUnderstoodInTheReadersLanguage() {
        String page = planner.get(lists + "rooms").body();
        assertThat(page)
                .contains("Art: klasselokale, grupperum,", "<option value=\"spisesal\">", "value=\"klasselokale\"")
                .doesNotContain("classroom");
        TableFields typing = TableFields.of(page).with(0, "c1", "Spisesal").with(1, "c1", "blå banan");
        assertThat(save("rooms", typing).statusCode()).isEqualTo(303);
        ServiceClient.Answer rooms = client.get(place + "/rooms");
        assertThat(rooms.at("/items/0/kind")).isEqualTo("dining-hall");
        assertThat(rooms.at("/items/1/kind")).isEqualTo("blå banan");
        assertThat(rooms.at("/items/2/kind")).isEqualTo("classroom");
        assertThat(planner.get(lists + "rooms").body()).contains("value=\"spisesal\"", "value=\"blå banan\"");
    }

    @Test
    void aCollisionIsSaidAndNothingOfEitherIsLost() {
        TableFields typing = TableFields.of(planner.get(lists + "rooms").body()).with(0, "c2", "15");
        HttpResponse<String> first = save(
                "rooms", TableFields.of(planner.get(lists + "rooms").body()).with(1, "c0", "Lokale To"));
        assertThat(first.statusCode()).isEqualTo(303);
        HttpResponse<String> late = save("rooms", typing);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Nogen har ændret planen", "value=\"15\"", "Nu står der &quot;Lokale To&quot;");
        assertThat(client.get(place + "/rooms").at("/items/1/name")).isEqualTo("Lokale To");
        assertThat(save("rooms", TableFields.of(late.body()).with(1, "c0", "Lokale To"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(client.get(place + "/rooms").at("/items/0/capacity")).isEqualTo(15);
    }

    @Test
    void readerSeesNoStudentsAndCannotEditLists() {
        PageClient reader = as(Role.READER);
        String staff = reader.get(lists + "staff").body();
        assertThat(staff).contains("Bente Kjær").doesNotContain("Gem listen", "lists/students", "<input id=\"r0");
        assertThat(reader.get(lists + "students").statusCode()).isEqualTo(403);
        assertThat(reader.submit(lists + "staff", Map.of("version", "1")).statusCode())
                .isEqualTo(403);
        assertThat(planner.get(lists + "nothing").statusCode()).isEqualTo(404);
    }
}
