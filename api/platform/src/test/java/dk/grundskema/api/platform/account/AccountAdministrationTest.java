package dk.grundskema.api.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestPlatform;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.platform.testing.TestSchool.Person;
import dk.grundskema.domain.people.StaffId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;

final class AccountAdministrationTest {
    private static final Map<String, ?> ADMINISTRATOR = Map.of("role", "ADMINISTRATOR");
    private static final Map<String, ?> PLANNER = Map.of("role", "PLANNER");

    private static TestSchool school(TestDatabase database) {
        return TestSchool.create(TestPlatform.on(database));
    }

    private static Map<String, ?> roles(Object... roles) {
        return Map.of("roles", List.of(roles));
    }

    @ParameterizedTest
    @DatabaseSource
    void oidcRoleStillEndsAfterAnAdministratorSavedTheRoles(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson();
        var account = new AccountId(person.id());
        var organisation = new OrganisationId(school.id());
        GrantRepository grants = school.server().bean(GrantRepository.class);
        var reader = new Caller.Grant(organisation, Role.READER, null);
        var staff = new Caller.Grant(organisation, Role.STAFF, new StaffId("teacher-1"));
        grants.replaceOidcGrants(account, Set.of(reader, staff));
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        Answer saved = administrator
                .withHeader("If-Match", administrator.get(person.path()).tag())
                .put(
                        person.path() + "/roles",
                        roles(Map.of("role", "READER"), PLANNER, Map.of("role", "STAFF", "staff", "teacher-2")));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        grants.replaceOidcGrants(account, Set.of());
        assertThat(grants.findByAccount(account))
                .as("given or changed by hand")
                .containsExactly(
                        new Caller.Grant(organisation, Role.PLANNER, null),
                        new Caller.Grant(organisation, Role.STAFF, new StaffId("teacher-2")));
    }

    @ParameterizedTest
    @DatabaseSource
    void aPersonWhoAdministersAnOrganisationAdministersWhatIsBelow(TestDatabase database) {
        TestSchool school = school(database);
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        Answer below = administrator.post(school.path() + "/organisations", Map.of("name", "Afdeling"));
        assertThat(below.status()).as(below.body()).isEqualTo(201);
        assertThat(below.at("/parent")).isEqualTo(school.id());
        String path = below.header("Location");
        Answer renamed = administrator.withHeader("If-Match", below.tag()).put(path, Map.of("name", "Ny afdeling"));
        assertThat(renamed.at("/name")).isEqualTo("Ny afdeling");
        assertThat(administrator.get("/api/v1/organisations").body()).contains("Ny afdeling");
        assertThat(administrator
                        .withHeader("If-Match", below.tag())
                        .put(path, Map.of("name", "For sent"))
                        .status())
                .isEqualTo(412);
        assertThat(administrator.put(path, Map.of("name", "Uden")).status()).isEqualTo(428);
        assertThat(administrator
                        .withHeader("If-Match", renamed.tag())
                        .put(path, Map.of("name", " "))
                        .status())
                .isEqualTo(422);
        assertThat(school(database)
                        .addPerson(Role.ADMINISTRATOR)
                        .browser()
                        .get(path)
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @DatabaseSource
    void aPersonWhoGetsAnAccountChoosesAPasswordWithACodeThatIsGoodOnce(TestDatabase database) {
        TestSchool school = school(database);
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        String name = "ny-" + school.id() + "@skole.example";
        Answer made = administrator.post(
                school.path() + "/accounts",
                Map.of(
                        "name",
                        "Ny Lærer",
                        "signInName",
                        "  " + name.toUpperCase(Locale.ROOT),
                        "roles",
                        List.of(PLANNER)));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.at("/signInName")).isEqualTo(name);
        String code = (String) made.at("/passwordCode");
        ServiceClient stranger = ServiceClient.anonymous(school.server());
        assertThat(stranger.withToken(code).get("/api/v1/me").status())
                .as("a code is no token")
                .isEqualTo(401);
        var chosen = Map.of("code", code, "password", TestSchool.PASSWORD);
        assertThat(stranger.post("/api/v1/password", Map.of("code", code, "password", "kort"))
                        .status())
                .isEqualTo(422);
        assertThat(stranger.post("/api/v1/password", Map.of("code", code, "password", name))
                        .status())
                .isEqualTo(422);
        assertThat(stranger.post("/api/v1/password", chosen).status()).isEqualTo(204);
        assertThat(stranger.post("/api/v1/password", chosen).status()).isEqualTo(403);
        Answer signedIn = stranger.post("/api/v1/sign-in", Map.of("signInName", name, "password", TestSchool.PASSWORD));
        assertThat(signedIn.at("/organisations/0/roles/0")).isEqualTo("PLANNER");
        assertThat(administrator.get(made.header("Location")).body()).doesNotContain(code);
    }

    @ParameterizedTest
    @DatabaseSource
    void takenSignInNameIsRefusedForANewAccount(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson(Role.READER);
        Answer answer = school.addPerson(Role.ADMINISTRATOR)
                .browser()
                .post(school.path() + "/accounts", Map.of("name", "En Anden", "signInName", person.signInName()));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/code")).isEqualTo("account.sign-in-name-taken");
    }

    @ParameterizedTest
    @DatabaseSource
    void deactivatedAccountIsSignedOutAtOnceAndCannotSignIn(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson(Role.PLANNER);
        ServiceClient browser = person.browser();
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        Answer before = administrator.get(person.path());
        Map<String, ?> closed = Map.of("name", "En Person", "signInName", person.signInName(), "active", false);
        assertThat(administrator.put(person.path(), closed).status()).isEqualTo(428);
        assertThat(administrator
                        .withHeader("If-Match", "\"99\"")
                        .put(person.path(), closed)
                        .status())
                .isEqualTo(412);
        assertThat(administrator
                        .withHeader("If-Match", before.tag())
                        .put(person.path(), closed)
                        .status())
                .isEqualTo(200);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(person.signIn().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @DatabaseSource
    void theLastAdministratorStays(TestDatabase database) {
        TestSchool home = new TestSchool(TestPlatform.on(database), "home");
        ServiceClient first = ServiceClient.administrator(home.server());
        String me = (String) first.get("/api/v1/me").at("/account");
        String path = home.path() + "/accounts/" + me;
        Answer account = first.get(path);
        Answer removed = first.withHeader("If-Match", account.tag()).put(path + "/roles", roles(PLANNER));
        assertThat(removed.status()).isEqualTo(409);
        assertThat(removed.at("/code")).isEqualTo("account.last-administrator");
        Answer closed = first.withHeader("If-Match", account.tag())
                .put(path, Map.of("name", "admin", "signInName", "admin", "active", false));
        assertThat(closed.status()).isEqualTo(409);
        assertThat(first.get(path).body()).as("nothing was done partly").isEqualTo(account.body());
    }

    @ParameterizedTest
    @DatabaseSource
    void ofTwoAdministratorsOneMayGoIfSomebodyFurtherUpIsThere(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson(Role.ADMINISTRATOR);
        ServiceClient administrator = person.browser();
        Answer own = administrator.get(person.path());
        Answer gone = administrator.withHeader("If-Match", own.tag()).put(person.path() + "/roles", roles(PLANNER));
        assertThat(gone.status()).as(gone.body()).isEqualTo(200);
        assertThat(administrator.get(person.path()).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @DatabaseSource
    void tokenCannotGrantRolesBeyondItsScopes(TestDatabase database) {
        TestSchool school = school(database);
        Person administrator = school.addPerson(Role.ADMINISTRATOR);
        ServiceClient browser = administrator.browser();
        String token = (String) browser.post(
                        "/api/v1/me/tokens",
                        Map.of(
                                "name",
                                "smal",
                                "scopes",
                                List.of("ADMINISTER", "READ"),
                                "expires",
                                TestClock.now().plus(Duration.ofDays(1)).toString()))
                .at("/token");
        ServiceClient narrow = ServiceClient.anonymous(school.server()).withToken(token);
        Person person = school.addPerson(Role.READER);
        Answer before = narrow.get(person.path());
        assertThat(before.status()).isEqualTo(200);
        ServiceClient based = narrow.withHeader("If-Match", before.tag());
        for (Map<String, ?> role : List.of(PLANNER, ADMINISTRATOR)) {
            Answer raised = based.put(person.path() + "/roles", roles(role));
            assertThat(raised.status()).isEqualTo(403);
            assertThat(raised.at("/code")).isEqualTo("account.above-you");
            assertThat(narrow.post(
                                    school.path() + "/accounts",
                                    Map.of("name", "Ny", "signInName", "ny", "roles", List.of(role)))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(narrow.post(administrator.path() + "/password-code", Map.of())
                        .status())
                .as("a token cannot take over an account with more roles")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @DatabaseSource
    void aSchoolsAdministratorTakesNobodyOverWhoAdministersTheMunicipality(TestDatabase database) {
        TestSchool school = school(database);
        Person person = school.addPerson(Role.PLANNER);
        ServiceClient above = ServiceClient.administrator(school.server());
        String atHome = "/api/v1/organisations/home/accounts/" + person.id();
        Answer raised = above.withHeader("If-Match", above.get(person.path()).tag())
                .put(atHome + "/roles", roles(ADMINISTRATOR));
        assertThat(raised.status()).as(raised.body()).isEqualTo(200);
        ServiceClient administrator = school.addPerson(Role.ADMINISTRATOR).browser();
        assertThat(administrator
                        .post(person.path() + "/password-code", Map.of())
                        .status())
                .isEqualTo(403);
        Answer changed = administrator
                .withHeader("If-Match", raised.tag())
                .put(person.path(), Map.of("name", "X", "signInName", "overtaget"));
        assertThat(changed.status()).isEqualTo(403);
        above.withHeader("If-Match", raised.tag()).put(atHome + "/roles", Map.of("roles", List.of()));
    }

    @ParameterizedTest
    @DatabaseSource
    void everythingThatIsWrongWithRolesIsSaidAtOnce(TestDatabase database) {
        TestSchool school = school(database);
        Answer answer = school.addPerson(Role.ADMINISTRATOR)
                .browser()
                .post(
                        school.path() + "/accounts",
                        Map.of(
                                "name",
                                "Ny",
                                "signInName",
                                "ny",
                                "roles",
                                List.of(
                                        Map.of("role", "STAFF"),
                                        Map.of("role", "READER", "staff", "t1"),
                                        Map.of("role", "READER"))));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("role.staff-missing", "role.staff-superfluous", "role.twice");
        Answer unknown = school.addPerson(Role.ADMINISTRATOR)
                .browser()
                .post(
                        school.path() + "/accounts",
                        Map.of("name", "Ny", "signInName", "ny", "roles", List.of(Map.of("role", "KING"))));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.at("/findings/0/pointer")).isEqualTo("/roles/0/role");
    }
}
