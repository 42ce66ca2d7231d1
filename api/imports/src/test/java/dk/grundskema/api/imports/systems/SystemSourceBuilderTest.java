package dk.grundskema.api.imports.systems;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceData;
import org.junit.jupiter.api.Test;

class SystemSourceBuilderTest {
    private static SourceData with(int findings) {
        var notes = new SystemSourceBuilder("school.fet");
        for (int i = 0; i < findings; i++) {
            notes.warning("line " + i, "import.fet.other", i);
        }
        return notes.build();
    }

    @Test
    void aThousandFindingsAreToldAndOfMoreHowManyThereAre() {
        assertThat(with(1000).findings()).hasSize(1000);

        var last = with(1007).findings();
        assertThat(last).hasSize(1001);
        assertThat(last.getLast().finding().code()).isEqualTo("import.systems.too-many-findings");
        assertThat(last.getLast().finding().arguments()).containsExactly(7);
    }

    @Test
    void sourceKnowsTheFileAsTheUserNamedIt() {
        assertThat(new SystemSourceBuilder("school.fet").file()).isEqualTo("school.fet");
        assertThat(new SystemSourceBuilder("school.fet").location("line 3").file())
                .isEqualTo("school.fet");
    }
}
