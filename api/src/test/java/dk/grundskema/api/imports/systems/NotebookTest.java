package dk.grundskema.api.imports.systems;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.imports.source.Source;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NotebookTest {
    private static Source with(int findings) {
        var notes = new Notebook("school.fet");
        for (int i = 0; i < findings; i++) {
            notes.warning("line " + i, "import.fet.other", i);
        }
        return notes.done();
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
        assertThat(new Notebook("school.fet").file()).isEqualTo("school.fet");
        assertThat(new Notebook("school.fet").at("line 3").file()).isEqualTo("school.fet");
    }
}
