package dk.grundskema.api.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.api.platform.testing.OpenApiValidator.Operation;
import org.junit.jupiter.api.Test;

/** The validation of every response in the service's tests detects deviations. */
final class OpenApiValidatorTest {
    private static final String GOOD = "{\"items\":[{\"id\":\"a\",\"name\":\"Skolen\"}]}";

    private final OpenApiValidator contract = OpenApiValidator.committed();

    private Object faults(String method, String path, int status, String type, String body) {
        return contract.faults(method, path, status, type, body);
    }

    @Test
    void anAnswerThatIsDescribedIsFine() {
        assertThat((Iterable<?>) faults("GET", "/api/v1/organisations?after=x", 200, "application/json", GOOD))
                .isEmpty();
    }

    @Test
    void aStatusATypeAFieldAndAnOperationThatAreNotDescribedAreFound() {
        assertThat(faults("GET", "/api/v1/organisations", 201, "application/json", GOOD))
                .asString()
                .contains("201");
        assertThat(faults("GET", "/api/v1/organisations", 200, "text/html", GOOD))
                .asString()
                .contains("text/html");
        assertThat(faults("GET", "/api/v1/organisations", 200, "application/json", GOOD.replace("name", "nmae")))
                .asString()
                .contains("nmae");
        assertThat(faults("GET", "/api/v1/nowhere", 200, "application/json", "{}"))
                .asString()
                .contains("no such");
        assertThat(faults("POST", "/api/v1/sign-out", 204, "", "content"))
                .asString()
                .contains("204");
        assertThat(faults("GET", "/api/v1/nowhere", 404, "application/problem+json", "{\"status\": 404}"))
                .asString()
                .contains("requestId");
    }

    @Test
    void aClientOfTheTestsPassesNothingElseOn() {
        ServiceClient client = ServiceClient.anonymous(TestPlatform.on(TestDatabase.H2));
        assertThat(client.get("/api/v1/organisations").status()).isEqualTo(401);
        assertThatThrownBy(() -> ServiceClient.assertContract("GET", "/api/v1/organisations", 418, "", ""))
                .hasMessageContaining("418");
    }

    @Test
    void pathsAreToldApartByTheirWords() {
        assertThat(contract.operations().stream().map(Operation::id)).doesNotHaveDuplicates();
        assertThat((Iterable<?>) faults("GET", "/api/v1/plans/x/timetable/mine", 404, "application/json", "{}"))
                .hasSize(1);
    }
}
