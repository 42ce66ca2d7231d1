package dk.grundskema.api.service.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How people say that they want no mails, and that they want them again. */
class NoticeChoiceTest {
    private static final OrganisationId HOME = new OrganisationId("home");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        Server server = TestServices.on(TestDatabase.H2);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "da")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8))
                .build();
        return HTTP.send(request, BodyHandlers.ofString(UTF_8));
    }

    private static NoticeChoiceRepository choices() {
        return TestServices.on(TestDatabase.H2).bean(NoticeChoiceRepository.class);
    }

    @Test
    void lookingChangesNothingAndTheButtonsDo() throws IOException, InterruptedException {
        var person = new StaffId("ser-efter");
        String page = "/n/" + choices().findOrCreate(HOME, person).token();

        HttpResponse<String> looked = send("GET", page, "");
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.body())
                .contains("Du får mail, når din plan ændrer sig", "Ingen flere mails")
                .doesNotContain("ser-efter");
        assertThat(looked.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(looked.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(looked.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(choices().isWanted(HOME, person)).isTrue();

        HttpResponse<String> declined = send("POST", page, "");
        assertThat(declined.body()).contains("Du får ingen mails om ændringer", page.substring(3) + "/again");
        assertThat(choices().isWanted(HOME, person)).isFalse();
        assertThat(send("GET", page, "").body()).contains("Send mig mails igen");
        assertThat(send("GET", page + "/again", "").statusCode()).isEqualTo(405);
        assertThat(choices().isWanted(HOME, person)).isFalse();

        HttpResponse<String> again = send("POST", page + "/again", "");
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location")).contains("../" + page.substring(3));
        assertThat(choices().isWanted(HOME, person)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "/again", "?a", ".ics"})
    void invalidChoiceLinkIsAnsweredLikeAnUnknownLink(String end) throws IOException, InterruptedException {
        String token = choices().findOrCreate(HOME, new StaffId("en-anden")).token();
        String wrong = "/n/" + token.substring(1) + (token.charAt(0) == 'a' ? "b" : "a") + end;

        HttpResponse<String> answer = send("POST", wrong, "List-Unsubscribe=One-Click");
        HttpResponse<String> unknown = send("GET", "/c/" + "a".repeat(26), "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(unknown.body());
        assertThat(choices().isWanted(HOME, new StaffId("en-anden"))).isTrue();
    }

    @Test
    void theButtonOfAProgramForMailIsEnough() throws MessagingException, IOException, InterruptedException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            camp.moveAndPublish(meeting, 5);
            camp.sendDue();
            MimeMessage mail = camp.mails.getReceivedMessages()[0];
            StaffId person = new StaffId(mail.getAllRecipients()[0].toString().replaceAll(".*<|@.*", ""));
            String address = mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
            assertThat(address).matches(NoticeCampFixture.WEB + "/n/[a-z2-9]{26}");

            HttpResponse<String> answer =
                    send("POST", address.substring(NoticeCampFixture.WEB.length()), "List-Unsubscribe=One-Click");
            Publication again = camp.moveAndPublish(meeting, 10);
            camp.sendDue();
            camp.choices.setWanted(HOME, person, true);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(camp.receivers())
                    .hasSize(2 * NoticeCampFixture.people(meeting).size() - 1)
                    .containsOnlyOnce(NoticeCampFixture.mailbox(person));
            assertThat(camp.counts(again)).containsEntry(NoticeState.DECLINED, 1);
        }
    }

    @ParameterizedTest
    @DatabaseSource
    void signedInStaffMemberSeesAndChangesTheOwnChoice(TestDatabase database) {
        TestSchool school = TestSchool.create(TestServices.on(database));
        TestSchool.Person amir = school.addPerson(Role.STAFF, "amir");
        ServiceClient browser = amir.browser();
        var organisation = new OrganisationId(school.id());

        Answer before = browser.get("/api/v1/me/notices");
        Answer declined = browser.put("/api/v1/me/notices", Map.of("wanted", false));
        Answer after = browser.get("/api/v1/me/notices");

        assertThat(before.at("/items/0/organisation")).isEqualTo(school.id());
        assertThat(before.at("/items/0/staffId")).isEqualTo("amir");
        assertThat(before.at("/items/0/wanted")).isEqualTo(true);
        assertThat(before.at("/offered")).isEqualTo(false);
        assertThat(declined.status()).isEqualTo(200);
        assertThat(after.at("/items/0/wanted")).isEqualTo(false);
        assertThat(TestServices.on(database)
                        .bean(NoticeChoiceRepository.class)
                        .isWanted(organisation, new StaffId("amir")))
                .isFalse();
        browser.put("/api/v1/me/notices", Map.of("wanted", true));
        assertThat(browser.get("/api/v1/me/notices").at("/items/0/wanted")).isEqualTo(true);
    }

    @ParameterizedTest
    @DatabaseSource
    void anAccountOfTheStaffIsAnAddressAsLongAsItCanBeUsed(TestDatabase database) {
        Server server = TestServices.on(database);
        TestSchool school = TestSchool.create(server);
        TestSchool.Person amir = school.addPerson(Role.STAFF, "amir");
        var organisation = new OrganisationId(school.id());
        var addresses = server.bean(StaffAddressFinder.class);

        assertThat(addresses.findAddress(organisation, new StaffId("amir"))).contains(amir.signInName());
        assertThat(addresses.findAddress(organisation, new StaffId("bente"))).isEmpty();
        server.bean(JdbcClient.class)
                .sql("UPDATE account SET active = FALSE WHERE id = :id")
                .param("id", amir.id())
                .update();
        assertThat(addresses.findAddress(organisation, new StaffId("amir"))).isEmpty();
    }

    @Test
    void aPlannerSeesInNumbersWhatBecameOfMails() throws MessagingException {
        try (NoticeCampFixture camp = NoticeCampFixture.on(TestDatabase.H2)) {
            Meeting meeting = camp.on(NoticeCampFixture.MONDAY);
            Publication moved = camp.moveAndPublish(meeting, 5);
            String notices = camp.camp.place + "/publications/" + moved.number() + "/notices";
            ServiceClient planner = camp.camp.client;

            Answer before = planner.get(notices);
            assertThat(before.at("/ready")).isEqualTo(false);
            assertThat(before.at("/offered")).isEqualTo(false); // this service itself sends none
            camp.sendDue();
            Answer after = planner.get(notices);

            assertThat(after.at("/ready")).isEqualTo(true);
            assertThat(String.valueOf(after.at("/sent")))
                    .isEqualTo(String.valueOf(NoticeCampFixture.people(meeting).size()));
            for (String none : List.of("waiting", "uncertain", "failed", "joined", "declined", "withoutAddress")) {
                assertThat(String.valueOf(after.at("/" + none))).as(none).isEqualTo("0");
            }
            assertThat(planner.get(camp.camp.place + "/publications/99/notices").status())
                    .isEqualTo(404);
        }
    }
}
