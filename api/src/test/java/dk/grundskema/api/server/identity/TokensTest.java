package dk.grundskema.api.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Client.Answer;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.DatabaseSource;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.School.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

final class TokensTest {
    private static final String MINE = "/api/v1/me/tokens";

    private static Person planner(Database database) {
        return School.in(Services.on(database)).person(Role.PLANNER);
    }

    private static Map<String, Object> asked(Duration lasts, String... scopes) {
        var asked = new HashMap<String, Object>();
        asked.put("name", "Skriptet");
        asked.put("scopes", List.of(scopes));
        asked.put("expires", Instant.now().plus(lasts).toString());
        return asked;
    }

    private static Client with(Person person, Answer made) {
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return Services.stranger(person.school().server()).token((String) made.at("/token"));
    }

    @ParameterizedTest
    @DatabaseSource
    void aTokenIsToldOnceAndKnownByItsHash(Database database) {
        Person person = planner(database);
        Client browser = person.browser();
        Answer made = browser.post(MINE, asked(Duration.ofDays(30), "READ"));
        Client program = with(person, made);
        assertThat(program.get("/api/v1/me").at("/scopes")).isEqualTo(List.of("READ"));
        Answer listed = browser.get(MINE);
        assertThat(listed.body()).contains((String) made.at("/id"), "Skriptet", "lastUsed");
        assertThat(listed.body()).doesNotContain((String) made.at("/token"));
        var kept = person.school()
                .server()
                .part(JdbcClient.class)
                .sql("SELECT hash FROM credential WHERE id = :id")
                .param("id", made.at("/id"))
                .query(String.class)
                .single();
        assertThat(kept).isEqualTo(Secrets.hash((String) made.at("/token")));
    }

    @ParameterizedTest
    @DatabaseSource
    void aTokenThatWasTakenBackIsNobodys(Database database) {
        Person person = planner(database);
        Client browser = person.browser();
        Answer made = browser.post(MINE, asked(Duration.ofDays(30), "READ"));
        Client program = with(person, made);
        assertThat(person.school()
                        .person(Role.PLANNER)
                        .browser()
                        .delete(MINE + "/" + made.at("/id"))
                        .status())
                .as("another's token")
                .isEqualTo(404);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(browser.delete(MINE + "/" + made.at("/id")).status()).isEqualTo(204);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(program.with("Cookie", School.cookies(person.signIn()))
                        .get("/api/v1/me")
                        .status())
                .as("cookies don't make up for it")
                .isEqualTo(401);
    }

    @ParameterizedTest
    @DatabaseSource
    void anAdministratorTakesBackTokensOfTheAccountsThatTheOrganisationKeeps(Database database) {
        Person person = planner(database);
        Answer made = person.browser().post(MINE, asked(Duration.ofDays(30), "READ"));
        Client program = with(person, made);
        Client administrator = person.school().person(Role.ADMINISTRATOR).browser();
        Answer listed = administrator.get(person.path() + "/tokens");
        assertThat(listed.at("/items/0/id")).isEqualTo(made.at("/id"));
        assertThat(administrator.delete(person.path() + "/tokens/unknown").status())
                .isEqualTo(404);
        assertThat(administrator
                        .delete(person.path() + "/tokens/" + made.at("/id"))
                        .status())
                .isEqualTo(204);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @DatabaseSource
    void aTokenMadeByATokenIsNoMoreThanThatOne(Database database) {
        Person person = planner(database);
        Client program = with(person, person.browser().post(MINE, asked(Duration.ofDays(10), "ACCOUNT", "READ")));
        assertThat(program.post(MINE, asked(Duration.ofDays(5), "PLAN")).status())
                .isEqualTo(403);
        assertThat(program.post(MINE, asked(Duration.ofDays(20), "READ")).status())
                .isEqualTo(403);
        assertThat(program.post(MINE, asked(Duration.ofDays(5), "READ")).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @DatabaseSource
    void aTokenForOneOrganisationFindsNothingElsewhere(Database database) {
        Person person = planner(database);
        Client above = Services.administrator(person.school().server());
        var asked = asked(Duration.ofDays(1), "READ", "ADMINISTER", "ACCOUNT");
        asked.put("organisation", person.school().id());
        Client program = with(person, above.post(MINE, asked));
        assertThat(program.get(person.school().path()).status()).isEqualTo(200);
        assertThat(program.get("/api/v1/organisations/home").status()).isEqualTo(404);
        Answer child = program.post(MINE, asked(Duration.ofHours(1), "READ"));
        assertThat(child.at("/organisation"))
                .as("what it makes is as limited")
                .isEqualTo(person.school().id());
        asked.put("organisation", "home");
        assertThat(program.post(MINE, asked).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @DatabaseSource
    void whatNoTokenCanBeIsRefused(Database database) {
        Client browser = planner(database).browser();
        Answer past = browser.post(MINE, asked(Duration.ofDays(-1), "READ"));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.at("/findings/0/pointer")).isEqualTo("/expires");
        assertThat(browser.post(MINE, asked(Duration.ofDays(400), "READ")).status())
                .isEqualTo(422);
        assertThat(browser.post(MINE, asked(Duration.ofDays(1))).status()).isEqualTo(422);
        assertThat(browser.post(MINE, asked(Duration.ofDays(1), "EVERYTHING")).status())
                .isEqualTo(422);
    }
}
