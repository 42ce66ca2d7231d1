package dk.grundskema.api.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class RedactedExceptionTest {
    @Test
    void databaseMessageWithAValueIsNotRepeated() {
        var failure = new IllegalStateException(
                "Duplicate: 'Anna Jensen'", new SQLException("Key (name)=(Anna Jensen) exists.", "23505", 7));
        var told = new StringWriter();
        RedactedException.of(failure).printStackTrace(new PrintWriter(told));
        assertThat(told.toString())
                .doesNotContain("Jensen")
                .contains("IllegalStateException", "SQLException (state 23505, code 7)", "databaseMessageWithAValue");
    }

    @Test
    void otherFailuresAreToldAsTheyAre() {
        var failure = new IllegalStateException("The plan (p1) has no head.");
        assertThat(RedactedException.of(failure)).isSameAs(failure);
    }
}
