package dk.grundskema.solver.registry.bytecode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parts of the Java platform that plugins use only with a permission, or never. */
enum RestrictedApi {
    FILES(
            PluginPermission.FILES,
            "java/io/(File(?!NotFoundException)|RandomAccessFile).*",
            "java/io/Print(Stream|Writer)\\.<init>\\(Ljava/lang/String;.*",
            "java/util/Formatter\\.<init>\\(Ljava/lang/String;.*",
            "java/nio/file/.*",
            "java/nio/channels/(Asynchronous)?File.*",
            "java/util/(zip/Zip|jar/Jar)File.*"),
    NETWORK(
            PluginPermission.NETWORK,
            "java/net/(?!(URI|URISyntaxException|URLEncoder|URLDecoder)(\\..*)?$).*",
            "java/nio/channels/\\w*(Socket|Datagram|Multicast|Network|Selector).*",
            "javax/net/.*"),
    TIME(
            PluginPermission.TIME,
            "java/lang/System\\.(currentTimeMillis|nanoTime)\\(.*",
            "java/time/.*\\.now\\(.*",
            "java/time/(Clock|InstantSource)\\.(system|tick).*",
            "java/time/ZoneId\\.systemDefault\\(.*",
            "java/util/TimeZone\\.getDefault\\(.*",
            "java/util/(Date|GregorianCalendar)\\.<init>\\(\\)V",
            "java/util/Calendar\\.getInstance\\(.*"),
    THREADS(
            PluginPermission.THREADS,
            "java/lang/(Thread|ThreadGroup|InheritableThreadLocal)([.$].*)?",
            "java/util/concurrent/(\\w*Executor|ForkJoin|CompletableFuture|CountedCompleter|Recursive|StructuredTask|SubmissionPublisher).*",
            "java/util/Timer(Task)?(\\..*)?",
            "java/util/.*\\.parallel(Stream)?\\(\\).*",
            "java/util/Arrays\\.parallel\\w+\\(.*",
            "java/util/stream/StreamSupport\\..*",
            "java/util/concurrent/ConcurrentHashMap\\.(forEach|reduce|search)\\w*\\(J.*"),
    NEVER(
            null,
            "java/lang/System\\.(exit|load|loadLibrary|getenv|setProperty|setProperties|clearProperty|setIn|setOut|setErr)\\(.*",
            "java/lang/(Runtime|Process|ProcessBuilder|ProcessHandle)([.$].*)?",
            "java/lang/Class\\.(forName|newInstance)\\(.*",
            "java/lang/ClassLoader\\.(<init>|defineClass|loadClass)\\(.*",
            "java/(net/URLClassLoader|security/SecureClassLoader)([.$].*)?",
            "java/lang/reflect/\\w+\\.(setAccessible|trySetAccessible)\\(.*",
            "java/lang/reflect/(Method\\.invoke|Constructor\\.newInstance)\\(.*",
            "java/lang/invoke/MethodHandles(\\$Lookup\\.(find|unreflect|define)|\\.privateLookupIn).*",
            "java/lang/foreign/.*",
            "java/util/(Locale|TimeZone)\\.setDefault\\(.*",
            "(sun|com/sun|jdk)/.*");

    private final @Nullable PluginPermission permission;
    private final Pattern signatures;

    RestrictedApi(@Nullable PluginPermission permission, String... signatures) {
        this.permission = permission;
        this.signatures = Pattern.compile(String.join("|", List.of(signatures)));
    }

    static Optional<RestrictedApi> of(ClassReference reference) {
        String signature = reference.signature();
        if (NEVER.signatures.matcher(signature).matches()) {
            return Optional.of(NEVER); // no permission allows it, whatever else it is
        }
        return Arrays.stream(values())
                .filter(one -> one.signatures.matcher(signature).matches())
                .findFirst();
    }

    /** Returns the permission that allows it; {@code null} if none does. */
    @Nullable
    PluginPermission permission() {
        return permission;
    }
}
