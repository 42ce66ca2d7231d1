package dk.grundskema.solver.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dk.grundskema.solver.spi.Colour;
import dk.grundskema.solver.spi.Decoration.Mark;
import org.junit.jupiter.api.Test;

/** Colours of the contract and their limits. */
class DecorationTest {
    @Test
    void aColourIsWrittenAsInHtml() {
        assertThat(Colour.of(0x1F5F08).hex()).isEqualTo("#1f5f08");
        assertThat(Colour.of(0x1F5F08)).isEqualTo(new Colour(31, 95, 8));
    }

    @Test
    void partsGoFromZeroToTwoHundredAndFiftyFive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Colour(256, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Colour(0, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Colour.of(0x1000000));
    }

    @Test
    void contrastIsThatOfTheGuidelineInBothOrders() {
        var black = Colour.of(0);
        assertThat(black.contrast(Colour.WHITE)).isEqualTo(21, within(0.001));
        assertThat(Colour.WHITE.contrast(black)).isEqualTo(21, within(0.001));
        assertThat(Colour.of(0x767676).contrast(Colour.WHITE)).isEqualTo(4.54, within(0.01));
        assertThat(Colour.WHITE.contrast(Colour.WHITE)).isEqualTo(1, within(0.001));
    }

    @Test
    void colourIsBlendedOverAnother() {
        assertThat(Colour.of(0x000000).mixWith(Colour.WHITE, 0.8)).isEqualTo(Colour.of(0xCCCCCC));
        assertThat(Colour.of(0x204060).mixWith(Colour.WHITE, 0)).isEqualTo(Colour.of(0x204060));
        assertThat(Colour.of(0x204060).mixWith(Colour.WHITE, 1)).isEqualTo(Colour.WHITE);
    }

    @Test
    void markWithTooLittleContrastOrWithoutTextIsRefused() {
        assertThat(new Mark("Dansk", "Fag", Colour.of(0x767676)).name()).isEqualTo("Dansk");
        assertThatIllegalArgumentException().isThrownBy(() -> new Mark("Dansk", "Fag", Colour.of(0x777777)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Mark(" ", "Fag", Colour.of(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Mark("Dansk", "", Colour.of(0)));
    }
}
