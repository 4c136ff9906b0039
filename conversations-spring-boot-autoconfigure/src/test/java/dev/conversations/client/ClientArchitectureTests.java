package dev.conversations.client;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
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

	private static final String JSON = "tools\\.jackson\\..*|.*\\.client\\."
			+ "(Json|ParticipantJson|FieldReader|RecordDeserializer|List(Body|Reader|Type)|.*Fields|Answers|ErrorAnswer).*";

	private static final String TRANSPORT = "(io|reactor)\\.netty\\..*|org\\.springframework\\.web\\.reactive\\..*|.*\\.client\\."
			+ "(Api(Client|Request)|Attempt|Authorization|Connections|Page(Links|dList)|Twilio(Http|Transport)|.*Gate).*";

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("dev.conversations.(**)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule filesOfTheClientAreFreeOfCycles = slices().assignedFrom(new ClientFiles())
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
	static final ArchRule valuesKnowNeitherJsonNorTheTransport = noClasses().that()
		.resideInAPackage("dev.conversations.client")
		.and()
		.arePublic()
		.and()
		.haveSimpleNameNotEndingWith("Client")
		.and()
		.haveSimpleNameNotStartingWith("TwilioTransport")
		.and()
		// Makes errors as answers do
		.doNotHaveSimpleName("StubErrors")
		.should()
		.dependOnClassesThat(nameMatching(JSON).or(nameMatching(TRANSPORT)));

	@ArchTest
	static final ArchRule rulesForArgumentsKnowNeitherJsonNorTheTransport = noClasses().that()
		.haveNameMatching(
				".*\\.client\\.(Arguments|Bindings|ConversationForm|Dates|Links|ListFilter|ResourcePath|Sid).*")
		.should()
		.dependOnClassesThat(nameMatching(JSON).or(nameMatching(TRANSPORT)));

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

	/**
	 * Assigns each class of the client to the file that it stands in.
	 */
	private static final class ClientFiles implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass type) {
			if (!type.getPackageName().equals("dev.conversations.client")) {
				return SliceIdentifier.ignore();
			}
			JavaClass topLevel = type;
			while (topLevel.getEnclosingClass().isPresent()) {
				topLevel = topLevel.getEnclosingClass().get();
			}
			return SliceIdentifier.of(topLevel.getSimpleName());
		}

		@Override
		public String getDescription() {
			return "files of the client";
		}

	}

}
