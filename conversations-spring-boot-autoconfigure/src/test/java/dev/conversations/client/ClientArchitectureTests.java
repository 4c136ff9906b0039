package dev.conversations.client;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Arrows between packages, and what main code must not do.
 */
@AnalyzeClasses(packages = "dev.conversations", importOptions = DoNotIncludeTests.class)
class ClientArchitectureTests {

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("dev.conversations.(**)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule clientKnowsNeitherSpringBootNorTheAutoConfiguration = noClasses().that()
		.resideInAPackage("dev.conversations.client..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot..", "dev.conversations.autoconfigure..",
				"dev.conversations.test..");

	@ArchTest
	static final ArchRule rulesForArgumentsKnowNeitherJsonNorTheTransport = noClasses().that()
		.haveNameMatching(
				".*\\.client\\.(Arguments|Sid|ParticipantIdentifier.*|ListFilter|ResourcePath|Paging|ConversationState)")
		.should()
		.dependOnClassesThat()
		.haveNameMatching(
				".*\\.client\\.(Json.*|ListBody.*|Api.*|PageLinks|PagedList|Twilio.*|FormParameters|.*Client)");

	@ArchTest
	static final ArchRule mainCodeKnowsNoTests = noClasses().that()
		.resideInAPackage("dev.conversations.autoconfigure..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("dev.conversations.test..");

	@ArchTest
	static final ArchRule nothingBlocks = noClasses().should()
		.callMethodWhere(target(owner(assignableTo(Mono.class).or(assignableTo(Flux.class))))
			.and(target(nameMatching("block|blockFirst|blockLast|blockOptional|toIterable|toStream|toFuture"))));

	@ArchTest
	static final ArchRule packagesAreNullMarked = classes().that()
		.haveSimpleName("package-info")
		.should()
		.beAnnotatedWith(NullMarked.class);

	@ArchTest
	static final ArchRule errorsAreCreatedByTheClientOnly = constructors().that()
		.areDeclaredInClassesThat()
		.areAssignableTo(TwilioException.class)
		.should()
		.bePackagePrivate();

}
