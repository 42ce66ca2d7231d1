package dk.grundskema.api.imports.systems;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.SourceData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SystemSourceBuilderTest {
    private static SourceData with(int findings) {
        var notes = new SystemSourceBuilder("school.fet");
        for (int i = 0; i < findings; i++) {
            notes.warning("line " + i, "import.fet.other", i);
        }
        return notes.build();
    }

    @Test
    void a_thousand_findings_are_told_and_of_more_how_many_there_are() {
        assertThat(with(1000).findings()).hasSize(1000);

        var last = with(1007).findings();
        assertThat(last).hasSize(1001);
        assertThat(last.getLast().finding().code()).isEqualTo("import.systems.too-many-findings");
        assertThat(last.getLast().finding().arguments()).containsExactly(7);
    }

    @Test
    void it_knows_the_file_as_the_user_named_it() {
        assertThat(new SystemSourceBuilder("school.fet").file()).isEqualTo("school.fet");
        assertThat(new SystemSourceBuilder("school.fet").location("line 3").file())
                .isEqualTo("school.fet");
    }
}
