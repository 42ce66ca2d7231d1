package dk.grundskema.api.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecurityConfigurationTest {
    /** Services of other tests take less. */
    @Test
    void passwordIsHashedWithSixteenMebibytesTwice() {
        assertThat(SecurityConfiguration.passwordEncoder().encode("en god lang adgangskode"))
                .startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
    }
}
