package dk.grundskema.api.platform.start;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Lets services in tests hash passwords of accounts in little time, since tests sign in thousands of times. */
final class CheapPasswordHashes implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 64;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment() instanceof ServiceEnvironment) {
            context.getBeanFactory()
                    .registerSingleton(
                            "passwordEncoder", new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, 1));
        }
    }
}
