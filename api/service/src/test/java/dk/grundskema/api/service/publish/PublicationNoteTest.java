package dk.grundskema.api.service.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.testing.PublishedCampFixture;
import dk.grundskema.domain.people.Student;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The planner's note on a publication. */
final class PublicationNoteTest {
    private static final String HARD =
            "Linje 1\r\nLinje 2\n\t;,\\ \"'</bdi><script>alert(1)</script>&amp; 🎉👩\u200D🏫";

    private static Answer publish(PublishedCampFixture camp, String note) {
        return camp.client
                .withHeader("If-Match", camp.client.get(camp.place).tag())
                .post(camp.place + "/publications", Map.of("confirmOpenSeats", true, "note", note));
    }

    private static Student student(PublishedCampFixture camp) {
        return camp.server
                .bean(DocumentStore.class)
                .problem(camp.server
                        .bean(PlanStore.class)
                        .revision(camp.plan().head())
                        .problem())
                .value()
                .students()
                .getFirst();
    }

    @Test
    void whateverIsTypedIsKeptAsItIsOrRefusedInWords() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        for (String unkept : new String[] {"a\u0000b", "\uD83C", "a\u202Eb", "x".repeat(2001)}) {
            Answer refused = publish(camp, unkept);
            assertThat(refused.status()).as(refused.body()).isBetween(400, 422);
        }
        assertThat(camp.client.get(camp.place + "/publications").body()).contains("\"items\": []");

        String note = HARD.repeat(2000 / HARD.length() + 1).substring(0, 2000 - 1) + "x";
        Answer made = publish(camp, note);

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(camp.client.get(made.header("Location")).at("/note")).isEqualTo(note);
    }

    /** All readers of links see the note. Numbers may be longer than the names that they replace; text beyond the limit is cut. */
    @Test
    void studentsAreNumbersInIt() {
        PublishedCampFixture camp = PublishedCampFixture.start(TestDatabase.H2);
        Student student = student(camp);

        Answer made =
                publish(camp, "Om " + student.name() + " og " + student.id().value() + ".");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(String.valueOf(made.at("/note"))).matches("Om Elev (\\d+) og Elev \\1\\.");
        assertThat(new Publication(
                                camp.id,
                                1,
                                camp.plan().head(),
                                "p",
                                "t",
                                new AccountId("tests"),
                                PublishedCampFixture.FIRST,
                                "",
                                "",
                                List.of())
                        .withNote("x".repeat(1999) + "🎉")
                        .note())
                .isEqualTo("x".repeat(1999));
    }
}
