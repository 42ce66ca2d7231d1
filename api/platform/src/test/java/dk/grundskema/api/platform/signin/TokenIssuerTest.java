package dk.grundskema.api.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.access.SecretHash;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.platform.testing.TestSchool.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

final class TokenIssuerTest {
    private static final String MINE = "/api/v1/me/tokens";

    private static Person planner(TestDatabase database) {
        return TestSchool.create(TestPlatform.on(database)).addPerson(Role.PLANNER);
    }

    private static Map<String, Object> asked(Duration lasts, String... scopes) {
        var asked = new HashMap<String, Object>();
        asked.put("name", "Skriptet");
        asked.put("scopes", List.of(scopes));
        asked.put("expires", TestClock.now().plus(lasts).toString());
        return asked;
    }

    private static ServiceClient with(Person person, Answer made) {
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return ServiceClient.anonymous(person.school().server()).withToken((String) made.at("/token"));
    }

    @ParameterizedTest
    @DatabaseSource
    void aTokenIsToldOnceAndKnownByItsHash(TestDatabase database) {
        Person person = planner(database);
        ServiceClient browser = person.browser();
        Answer made = browser.post(MINE, asked(Duration.ofDays(30), "READ"));
        ServiceClient program = with(person, made);
        assertThat(program.get("/api/v1/me").at("/scopes")).isEqualTo(List.of("READ"));
        Answer listed = browser.get(MINE);
        assertThat(listed.body()).contains((String) made.at("/id"), "Skriptet", "lastUsed");
        assertThat(listed.body()).doesNotContain((String) made.at("/token"));
        var kept = person.school()
                .server()
                .bean(JdbcClient.class)
                .sql("SELECT hash FROM credential WHERE id = :id")
                .param("id", made.at("/id"))
                .query(String.class)
                .single();
        assertThat(kept).isEqualTo(SecretHash.hash((String) made.at("/token")));
    }

    @ParameterizedTest
    @DatabaseSource
    void aTokenThatWasTakenBackIsNobodys(TestDatabase database) {
        Person person = planner(database);
        ServiceClient browser = person.browser();
        Answer made = browser.post(MINE, asked(Duration.ofDays(30), "READ"));
        ServiceClient program = with(person, made);
        assertThat(person.school()
                        .addPerson(Role.PLANNER)
                        .browser()
                        .delete(MINE + "/" + made.at("/id"))
                        .status())
                .as("a token of another account")
                .isEqualTo(404);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(browser.delete(MINE + "/" + made.at("/id")).status()).isEqualTo(204);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(program.withHeader("Cookie", TestSchool.cookies(person.signIn()))
                        .get("/api/v1/me")
                        .status())
                .as("cookies don't make up for it")
                .isEqualTo(401);
    }

    @ParameterizedTest
    @DatabaseSource
    void anAdministratorTakesBackTokensOfTheAccountsThatTheOrganisationKeeps(TestDatabase database) {
        Person person = planner(database);
        Answer made = person.browser().post(MINE, asked(Duration.ofDays(30), "READ"));
        ServiceClient program = with(person, made);
        ServiceClient administrator =
                person.school().addPerson(Role.ADMINISTRATOR).browser();
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
    void aTokenMadeByATokenIsNoMoreThanThatOne(TestDatabase database) {
        Person person = planner(database);
        ServiceClient program =
                with(person, person.browser().post(MINE, asked(Duration.ofDays(10), "ACCOUNT", "READ")));
        assertThat(program.post(MINE, asked(Duration.ofDays(5), "PLAN")).status())
                .isEqualTo(403);
        assertThat(program.post(MINE, asked(Duration.ofDays(20), "READ")).status())
                .isEqualTo(403);
        assertThat(program.post(MINE, asked(Duration.ofDays(5), "READ")).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @DatabaseSource
    void aTokenForOneOrganisationFindsNothingElsewhere(TestDatabase database) {
        Person person = planner(database);
        ServiceClient above = ServiceClient.administrator(person.school().server());
        var asked = asked(Duration.ofDays(1), "READ", "ADMINISTER", "ACCOUNT");
        asked.put("organisation", person.school().id());
        ServiceClient program = with(person, above.post(MINE, asked));
        assertThat(program.get(person.school().path()).status()).isEqualTo(200);
        assertThat(program.get("/api/v1/organisations/home").status()).isEqualTo(404);
        Answer child = program.post(MINE, asked(Duration.ofHours(1), "READ"));
        assertThat(child.at("/organisation"))
                .as("a token made by it has the same limits")
                .isEqualTo(person.school().id());
        asked.put("organisation", "home");
        assertThat(program.post(MINE, asked).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @DatabaseSource
    void tokenWithInvalidExpiryOrScopeIsRefused(TestDatabase database) {
        ServiceClient browser = planner(database).browser();
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
