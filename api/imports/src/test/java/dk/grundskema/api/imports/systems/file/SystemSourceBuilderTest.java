package dk.grundskema.api.imports.systems.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemSourceBuilderTest {
    @Test
    void sourceKnowsTheFileAsTheUserNamedIt() {
        assertThat(new SystemSourceBuilder("school.fet").file()).isEqualTo("school.fet");
        assertThat(new SystemSourceBuilder("school.fet").location("line 3").file())
                .isEqualTo("school.fet");
    }
}
